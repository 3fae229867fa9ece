import { groups, type Language, lineSet, wordSet } from './language.ts';

export const dutch: Language = {
  tag: 'nl',
  functionWords: wordSet(`
    aan al alle als bij dan dat de deze die dit doe door een en er geen had heb hebben heeft het hier hij hoe hun ik in
    is ja je jij jullie kan kunnen maar me met mij mijn moet na naar niet nog nu of om ons onze ook op over te tot u
    uit uw van veel voor waar waarom wanneer was wat we welke wel werd wie wij wil wordt worden zal ze zich zij zijn zo
    zonder`),
  politeWords: wordSet(`
    alstublieft bedankt doen gaat graag hallo help helpen hulp krijgen maken mogelijk nodig vraag vragen weten werkt
    willen gebruiken vinden`),
  synonyms: groups(`
    terugbetaling, geld terug, terugbetalen
    retour, terugsturen, retourneren
    opzeggen, annuleren, stopzetten, opzegging
    wachtwoord, password
    factuur, rekening, bon
    prijs, kosten, tarief, kost
    betalen, betaling
    bestelling, aankoop, bestellen
    levering, bezorging, verzending, leveren
    verwijderen, wissen
    wijzigen, veranderen, aanpassen
    abonnement, plan
    korting, kortingscode
    inloggen, aanmelden, login`),
  greetings: lineSet(`
    hallo
    hoi
    goedemorgen
    goedemiddag
    goedenavond
    dag`),
  thanks: lineSet(`
    bedankt
    dank je
    dank u
    dank je wel
    dank u wel
    tot ziens`),
  replies: {
    unsure: 'Dat weet ik niet: in de hulpartikelen heb ik er niets over gevonden.',
    greeting: 'Hallo! Wat wilt u weten?',
    thanks: 'Graag gedaan!',
  },
};
