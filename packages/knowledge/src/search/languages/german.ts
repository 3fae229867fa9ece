import { groups, type Language, lineSet, wordSet } from './language.ts';

export const german: Language = {
  tag: 'de',
  functionWords: wordSet(`
    ab aber alle allem allen aller alles als also am an auch auf aus bei beim bin bis bist da damit dann das dass
    dein deine deinem deinen deiner dem den denn der des dessen die dies diese diesem diesen dieser dieses doch dort
    du durch ein eine einem einen einer eines er es etwas euch euer eure fur gegen hab habe haben hat hatte hier hin
    ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in ins ist ja jede jedem jeden jeder jedes jetzt kann kannst
    kein keine keinem keinen keiner konnen konnte man mein meine meinem meinen meiner mich mir mit muss mussen nach
    nicht nichts noch nun nur ob oder ohne sehr sein seine seinem seinen seiner selbst sich sie sind so soll sollte
    sondern uber um und uns unser unsere unter viel vom von vor wann war waren warum was weil welche welchem welchen
    welcher welches wenn wer werde werden wie wieder wieso will wir wird wo wobei wodurch wohin wofur worin womit zu
    zum zur zwischen wurde wurden wurden durfen darf moglich`),
  politeWords: wordSet(`
    bitte brauche brauchen danke eigentlich einfach erklaren frage fragen funktioniert gebe geben geht gehen gern
    gerne gibt hallo helfen hilfe kommt kommen machen mache macht mochte mochten moglichkeit mal sagen schnell
    vielleicht weiss wissen wunsche wurde wurden leider genau irgendwie irgendwo tun tut lassen lasst sehen finde
    finden bekomme bekommen lange wolle wollen nutzen benutzen verwenden neu neue neuen neues verfugbar eigene eigenen
    lauft laufen bieten bietet anbieten euren eurem unterstutzt unterstutzen`),
  synonyms: groups(`
    rechnung, beleg, quittung, abrechnung
    kundigen, kundigung, beenden, abbestellen, stornieren, gekundigt
    erstattung, ruckerstattung, geld zuruck, erstatten, erstattet
    rucksendung, zuruckschicken, retoure, zurucksenden, umtausch, zuruckgeben, ruckgabe
    passwort, kennwort
    vergessen, zurucksetzen, verloren
    anmelden, einloggen, login, anmeldung
    registrieren, konto erstellen, registrierung
    loschen, entfernen, loschung
    andern, bearbeiten, anpassen, wechseln, anderung, aktualisieren
    lieferung, versand, lieferzeit, zustellung, liefern, verschicken, geliefert
    paket, sendung
    kosten, preis, gebuhr, teuer, kostet
    bezahlen, zahlung, zahlen, zahlungsart, zahlungsweise
    bestellung, kauf, bestellen, kaufen
    kaputt, defekt, beschadigt
    gutschein, rabatt, rabattcode
    tarif, abo, abonnement
    kollege, kollegin, mitarbeiter, teammitglied, kollegen
    einladen, hinzufugen
    handy, telefon, smartphone, mobiltelefon
    mail, email, e-mail
    adresse, anschrift
    kontakt, erreichen, anrufen, kontaktieren
    einrichten, installieren, konfigurieren, einrichtung
    herunterladen, exportieren, download, export
    hochladen, importieren, import
    urlaub, abwesenheit, ferien, frei
    sperren, sperrung, gesperrt, verloren
    termin, buchung, buchen
    verschieben, verlegen, umbuchen
    garantie, gewahrleistung
    sprache, ubersetzung
    benachrichtigung, hinweis, benachrichtigungen
    verbinden, koppeln, verbindung
    weniger, senken, niedriger, reduzieren
    mehr, erhohen, hoher
    melden, mitteilen, durchgeben, ubermitteln
    auto, fahrzeug, wagen, pkw
    kind, kinder
    offnungszeiten, geoffnet, offen
    zuruck, zuruckbekommen
    umziehen, umzug, ziehen`),
  greetings: lineSet(`
    hallo
    guten tag
    guten morgen
    guten abend
    moin
    servus
    gruss gott
    hi zusammen
    hallo zusammen`),
  thanks: lineSet(`
    danke
    danke schon
    dankeschon
    vielen dank
    danke dir
    danke sehr
    super danke
    tschuss
    auf wiedersehen`),
  replies: {
    unsure: 'Das weiß ich leider nicht: In den Hilfeartikeln habe ich dazu nichts gefunden.',
    greeting: 'Hallo! Was möchten Sie wissen?',
    thanks: 'Gern geschehen!',
  },
};
