import { groups, type Language, lineSet, wordSet } from './language.ts';

export const french: Language = {
  tag: 'fr',
  functionWords: wordSet(`
    a afin ai alors apres as au aucun aussi autre autres aux avant avec avez avoir avons c ce cela celle celui ces cet
    cette ceux chaque chez comme comment d dans de depuis des dois doit donc dont du elle elles en encore entre es
    est et etait ete etes etre eu eux fait faut h ici il ils j je jusqu l la le les leur leurs lui m ma mais me meme
    mes moi mon n ne ni non nos notre nous on ont ou par parce pas peu peut peux plus pour pourquoi qu quand que quel
    quelle quelles quels qui quoi s sa sans se sera ses si son sont sous sur suis t ta te tes toi ton tous tout toute
    toutes tu un une va vers vos votre vous y combien`),
  politeWords: wordSet(`
    aide aider aimerais besoin bonjour comprendre demande dire expliquer faire fonctionne merci plait possible
    pouvez pourrais puis question savoir souhaite trouver utiliser veux veut voudrais voir svp faire moyen maniere
    avoir obtenir nouveau nouvelle proposez propose offrez existe acceptez`),
  synonyms: groups(`
    remboursement, rembourser, rembourse
    retour, renvoyer, retourner, rendre
    annuler, annulation, resilier, resiliation, arreter
    mot de passe, code secret
    oublie, reinitialiser, perdu, recuperer
    connecter, connexion, identifier
    inscrire, inscription, creer un compte
    facture, recu, facturation
    prix, cout, tarif, frais, coute, cher
    payer, paiement, regler, reglement
    commande, achat, acheter, commander
    livraison, expedition, livrer, arriver, envoi
    colis, paquet
    casse, endommage, defectueux, abime
    changer, modifier, modification, changement
    supprimer, effacer, suppression
    abonnement, forfait, formule
    reduction, code promo, remise, bon
    collegue, membre, equipe, collegues
    inviter, ajouter
    telephone, portable, mobile
    courriel, email, e-mail, mail
    adresse, domicile
    contacter, joindre, appeler
    installer, configurer, installation
    telecharger, exporter, export
    importer, import
    conges, vacances, absence
    rendez-vous, reservation, reserver
    garantie, panne
    bloquer, opposition
    relier, connecter, associer
    debloquer, deverrouiller, ouvrir
    enfant, bebe, petit, fils, fille
    patron, employeur, chef
    voler, vole, vol, disparu
    blesse, blessure, accident
    crever, creve, panne
    demenager, demenagement
    transporter, emmener
    ans, age`),
  greetings: lineSet(`
    bonjour
    bonsoir
    salut
    coucou`),
  thanks: lineSet(`
    merci
    merci beaucoup
    merci bien
    un grand merci
    ok merci
    au revoir
    a bientot`),
  replies: {
    unsure: "Je ne connais pas la réponse : je n'ai rien trouvé à ce sujet dans les articles d'aide.",
    greeting: 'Bonjour ! Que souhaitez-vous savoir ?',
    thanks: 'Je vous en prie !',
  },
};
