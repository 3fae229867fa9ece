import { groups, type Language, lineSet, wordSet } from './language.ts';

export const italian: Language = {
  tag: 'it',
  functionWords: wordSet(`
    a ad al alla alle allo anche ancora che chi ci come con cosa cui da dal dalla dei del della delle dello di dove e
    ed era essere fare gli ha hai hanno ho i il in io la le lei li lo loro lui ma me mi mia mie miei mio nei nel nella
    noi non nostro o per perche piu posso puo quale quali quando quanto quello questa queste questi questo sei senza si
    sia sono su sua sue sul sulla suo suoi te ti tra tu tua tuo un una uno vi voi vostro`),
  politeWords: wordSet(`
    aiuto aiutare bisogno buongiorno ciao devo dire domanda favore fare funziona grazie possibile sapere spiegare
    usare voglio vorrei modo avere trovare`),
  synonyms: groups(`
    rimborso, rimborsare
    reso, restituire, restituzione
    annullare, disdire, cancellare, disdetta
    password, parola chiave
    fattura, ricevuta
    prezzo, costo, tariffa, costa
    pagare, pagamento
    ordine, acquisto, comprare
    consegna, spedizione, spedire
    eliminare, rimuovere
    cambiare, modificare
    abbonamento, piano
    sconto, coupon
    accedere, accesso, login`),
  greetings: lineSet(`
    ciao
    buongiorno
    buonasera
    salve`),
  thanks: lineSet(`
    grazie
    grazie mille
    molte grazie
    arrivederci`),
  replies: {
    unsure: 'Non conosco la risposta: negli articoli della guida non ho trovato nulla al riguardo.',
    greeting: 'Salve! Che cosa desidera sapere?',
    thanks: 'Prego!',
  },
};
