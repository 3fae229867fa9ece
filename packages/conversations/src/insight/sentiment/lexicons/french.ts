import { lexicon, valued } from '../lexicon.ts';

/** French: a short list of words and phrases that help desks read. What an apostrophe ties is two words. */
export const french = lexicon({
  split: word => word.split("'").filter(part => part !== ''),
  words: valued([
    [
      `
      excellent excellente excellents parfait parfaite parfaitement génial géniale super merveilleux merveilleuse
      magnifique fantastique adore adoré formidable impeccable top extraordinaire ravi ravie enchanté enchantée
      exceptionnel`,
      3,
    ],
    [
      `
      bon bonne bons bonnes bien content contente heureux heureuse satisfait satisfaite satisfaits aimable aimables
      gentil gentille utile utiles résolu résolue fonctionne marche aidé recommande efficace soulagé soulagée réglé
      réglée agréable beau belle aime sympa chouette mieux plaît`,
      2,
    ],
    ['rapide rapidement facile facilement simple pratique clair claire ponctuel réactif réactive vite', 1],
    [
      `
      cher chère lent lente compliqué compliquée confus erreur erreurs problème problèmes retard malheureusement
      difficile dommage souci soucis bug bugs`,
      -1.4,
    ],
    [
      `
      mauvais mauvaise mal cassé cassée abîmé abîmée endommagé endommagée défectueux défectueuse faux fausse déçu
      déçue décevant décevante mécontent mécontente insatisfait insatisfaite fâché fâchée énervé énervée agaçant
      plante bloqué bloquée perdu perdue sale impoli impolie frustré frustrée frustrant ignoré pire panne disparu
      incompétent incompétents`,
      -2,
    ],
    [
      `
      terrible horrible inacceptable honte honteux honteuse arnaque arnaqué voleurs escroquerie escrocs ridicule
      inutile désastre catastrophe catastrophique nul nulle déplorable scandaleux scandale merde déteste furieux
      furieuse inadmissible lamentable minable dégoûté mensonge foutage`,
      -3,
    ],
  ]),
  negations: 'pas jamais sans ni aucun aucune guère non',
  lateNegations: 'pas plus',
  degrees: valued([
    ['très vraiment trop tellement si extrêmement totalement absolument', 1.3],
    ['peu assez plutôt', 0.7],
  ]),
  contrasts: 'mais cependant pourtant toutefois',
  conditions: 'si sinon',
  requests: `
      quel|quelle|quels|quelles; que; comment; combien; quand; où; qui; à quelle|quel|qui; est-ce que; est ce que
      y a t|il; puis|pouvez|peut|pourriez|peux|pourrais|pouvons je|vous|on|tu|nous
      avez|vendez|livrez|proposez|acceptez|faites|offrez|ouvrez vous
      je voudrais|souhaite|souhaiterais|cherche|veux changer|savoir|parler|réserver|acheter|un|une|annuler|retourner|commander
      j aimerais; je voudrais; je souhaite; je cherche; nous cherchons|souhaitons|voudrions; j ai besoin
      j ai une question; s il vous|te plaît; serait il`,
  reproaches: 'pourquoi; combien de fois|temps encore; jusqu à quand; c est quoi ce',
  phrases: [
    [
      `
      essai gratuit; version|livraison|échantillon gratuite|gratuit; bonjour; bonsoir
      bonne journée|soirée|nuit|année|fin|chance; bon week-end|week|anniversaire|courage|appétit
      bien sûr|entendu|cordialement|à; ou bien; s il vous|te plaît; non merci; oui merci; j aimerais bien
      aimerais bien; message|code d erreur; pas de souci|soucis; pas grave; pas seulement
      meilleur|meilleure plan|moyen|façon|prix|offre; serait bien|super|génial|parfait|top; sans engagement|frais
      si possible; tout à fait; très cordialement; ainsi que; aussi bien; bien que; ou bien`,
      0,
    ],
    [
      `
      problème|erreur|souci|question|bug * résolu|réglé|corrigé|résolue|réglée|corrigée
      tout|ça|cela|il|elle * fonctionne|marche|va * bien|maintenant|parfaitement|nouveau
      tout|ça|cela fonctionne|marche; tout * parfait|bon|bien|réglé|ordre|va; pas mal; pas mal du tout
      aucun|aucune|plus * problème|souci|erreur|bug; rien à redire; exactement|précisément ce
      ce que je cherchais|voulais; ce qu il me fallait; bon|excellent|beau|super|très travail|service|boulot|produit
      très bien|content|contente|satisfait|satisfaite|aimable|rapide|efficace; continuez comme|ainsi; merci mille fois
      mille mercis; mille merci; m|nous a * aidé|sauvé; je recommande; je vous recommande; cinq étoiles; au top
      en avance; conforme à; je suis ravi|ravie|content|contente|heureux|heureuse|satisfait|satisfaite
      je * peux à nouveau; bravo`,
      2.5,
    ],
    [
      `
      être remboursé|remboursée|remboursés * suite|immédiatement; veux|exige|demande * être * remboursé|remboursée
      veux|exige|demande * remboursement; rendez|rembourser|remboursez moi; mon argent
      débité|prélevé|facturé|payé|débitée * deux|trois fois|double; deux fois * même
      troisième|quatrième|cinquième fois; double facturation|prélèvement|débit
      personne * répond|aide|rappelle|écoute|réagit|répondu|rappelé; ne répond
      jamais * reçu|arrivé|arrivée|livré|livrée|répondu|rappelé|plus|fonctionné; ras le bol; en ai|j en * marre|assez
      c est * une honte|blague|arnaque|scandale|catastrophe|foutage; vous * moquez|foutez|rigolez|plaisantez
      perte de temps; perdre|perdu * temps; avocat; porter|dépose plainte; merci pour rien; une étoile; zéro étoile
      plus jamais; répond * à mes|mon|ma`,
      -3,
    ],
    [
      `
      marche|fonctionne|charge|ouvre|aide|comprend|comprends|répond|arrive|convient|accepte|connecte|sert|lisez|comprenez|répondez|plaît pas|toujours|plus|rien|jamais * pas
      marche|fonctionne|charge|ouvre|aide|comprend|répond|convient|accepte|sert|lisez|comprenez|répondez|plaît pas|plus|rien|jamais|mal
      toujours * pas|rien|aucune|aucun|même|message d erreur|erreur; n arrive * pas|plus|toujours
      ne|n * peux|peut|pouvons|arrive|parviens pas|plus * connecter|accéder|payer|ouvrir|entrer|utiliser|télécharger|envoyer|me
      ne peux|peut|pouvons pas|plus
      n * est|était|ai pas|jamais * ce|ma|la|reçu|demandé|commandé|normal|arrivé|arrivée|correct|content|contente|satisfait|satisfaite
      attends|attendons|attend|attente|attendre|attendu * depuis|mon|ma|encore|toujours
      depuis * jours|semaines|mois|heures|plusieurs
      arrivé|arrivée|reçu|livré * cassé|cassée|abîmé|endommagé|retard|ouvert|vide
      aucune|aucun|pas * réponse|retour|aide|solution|nouvelle|explication; ce n est|était pas
      pas * satisfait|satisfaite|content|contente|normal|bon|acceptable|sérieux
      rien * marche|fonctionne|change|aide|passe
      mauvais|mauvaise|quel * service|qualité|produit|taille|couleur|article|expérience
      trop cher|long|lent|tard|compliqué|petit|grand; pourquoi * toujours|pas|si|est|encore
      déjà * dit|demandé|expliqué|envoyé|écrit; encore * erreur|fois * problème|erreur; la même réponse|erreur|chose
      tout le temps * en|plante; plante|coupe|bloque|bugue * tout|sans|toujours; message d erreur * toujours
      j ai * message d erreur; en panne; avant * mieux; la concurrence; frais cachés; m aide pas
      sans * réponse|prévenir|solution|nouvelles`,
      -2,
    ],
  ],
  courtesies: `
      merci; merci beaucoup|bien; merci pour|à; merci d avance; je vous remercie; un grand merci; merci infiniment`,
  asksForHuman: `
      vraie personne; être humain; un humain; parler|discuter * personne|humain|conseiller|agent|quelqu`,
});
