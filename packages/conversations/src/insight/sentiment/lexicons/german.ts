import { lexicon, valued } from '../lexicon.ts';

/** German: a short list of words and phrases that help desks read. */
export const german = lexicon({
  split: word => [word],
  words: valued([
    [
      `
      super toll tolle toller tolles tollen perfekt perfekte perfekter ausgezeichnet hervorragend hervorragende
      wunderbar wunderbare großartig genial spitze klasse fantastisch begeistert begeisternd liebe lieben einwandfrei
      exzellent traumhaft prima`,
      3,
    ],
    [
      `
      gut gute guter gutes guten zufrieden freundlich freundliche freundlicher hilfreich hilfreiche schön schöne
      schöner klappt geklappt funktioniert läuft gelöst geholfen glücklich froh erleichtert empfehlen empfehlenswert
      nett nette netter kompetent kompetente bequem zuverlässig gefällt freue gelungen bestens`,
      2,
    ],
    [
      `
      schnell schnelle schneller einfach unkompliziert übersichtlich praktisch pünktlich angenehm leicht`,
      1,
    ],
    [
      `
      teuer umständlich kompliziert verwirrend unklar langsam verspätet fehler problem probleme leider schade
      schwierig mühsam`,
      -1.4,
    ],
    [
      `
      schlecht schlechte schlechter schlechtes schlechten kaputt kaputte kaputter kaputtes defekt defekte defekter
      beschädigt beschädigte falsch falsche falscher falsches enttäuscht enttäuschend enttäuschende verärgert
      ärgerlich unzufrieden unhöflich unfreundlich genervt nervig nervt abgestürzt stürzt fehlermeldung fehlgeschlagen
      gesperrt ausgesperrt verschwunden zerbrochen zerrissen gerissen verloren überteuert unbrauchbar mangelhaft
      schmutzig dreckig ignoriert hängt`,
      -2,
    ],
    [
      `
      furchtbar schrecklich katastrophe katastrophal katastrophaler unverschämt unverschämtheit frechheit inakzeptabel
      unmöglich betrug betrüger abzocke lächerlich nutzlos miserabel miserable wütend sauer saftladen schrott mist
      scheiße scheiß müll hasse zumutung skandal peinlich lügen gelogen unfassbar sinnlos`,
      -3,
    ],
  ]),
  negations: 'nicht kein keine keinen keinem keiner nie niemals ohne weder kaum',
  lateNegations: 'nicht',
  degrees: valued([
    ['sehr wirklich echt total absolut extrem so besonders völlig richtig', 1.3],
    ['etwas bisschen ziemlich', 0.7],
  ]),
  contrasts: 'aber jedoch allerdings doch',
  conditions: 'wenn falls ob sollte',
  requests: `
      was; wie; wo; wann; welche|welcher|welches|welchen; wer; wem; wohin; woher; gibt es
      kann|können|könnten|könnte|darf|dürfen|muss|soll ich|sie|ihr|wir|man|es|mir; kannst du; könntest du
      haben|hat|habt sie|ihr; ist|sind|bietet|bieten|liefert|liefern es|das|der|die|sie|ihr
      ich möchte|würde|hätte|brauche|suche|wollte; wir möchten|brauchen|suchen; bitte; ich interessiere
      ich habe eine frage`,
  reproaches: 'warum; wieso; weshalb; wie oft; wie lange * noch|denn; was soll',
  phrases: [
    [
      `
      kostenlose|kostenloses|kostenlosen testversion|version|probe|lieferung; kein interesse; nein danke; ja bitte
      guten|gute morgen|tag|abend|nacht; schönen|schönes tag|abend|wochenende|gruß|grüße
      liebe|lieber grüße|frau|herr|team|herren; gute besserung|reise; schöne grüße|feiertage
      würde|würden|hätte|hätten gern|gerne; fehler melden; problem melden; nicht nur; kein problem; gut zu wissen
      so schnell wie; einfach so; am besten; alles gute; wäre schön|toll|gut|super|nett|prima`,
      0,
    ],
    [
      `
      problem|fehler|frage|thema|sache * gelöst|behoben|geklärt|erledigt|beantwortet
      kein|keine problem|probleme|fehler mehr; nicht schlecht; gar nicht schlecht; nicht besser; nichts zu meckern
      alles gut|bestens|super|klar|geklärt|erledigt|perfekt|wieder|in; hat * geholfen|geklappt|funktioniert; das war's
      genau das * gesucht|brauche|wollte|gebraucht; genau was ich; wie gewünscht|erwartet|beschrieben; weiter so
      gute|tolle|super|klasse arbeit|job; gern|gerne wieder; immer wieder gern|gerne; sehr zu empfehlen
      klare empfehlung; läuft|funktioniert|klappt|geht * wieder|jetzt|einwandfrei|perfekt|super|prima
      es|alles|das|jetzt funktioniert|klappt|läuft; geht wieder; fünf sterne; tausend|herzlichen dank
      kann|komme * wieder einloggen|rein; ich freue`,
      2.5,
    ],
    [
      `
      geld|betrag zurück; zweimal|doppelt|dreimal * abgebucht|berechnet|belastet|bezahlt|abgezogen
      dritte|vierte|fünfte|drittes|viertes mal; zum dritten|vierten|fünften mal
      schon|bereits|jetzt dreimal|zweimal|mehrmals|mehrfach|tausendmal; zum x-ten mal
      niemand|keiner * antwortet|meldet|hilft|reagiert|geantwortet|gemeldet|geholfen|erreichbar|zuständig
      nie angekommen|erhalten|bekommen|geliefert|wieder; reicht mir; es reicht; nase|schnauze voll; hab * satt
      verarschen; wollen sie mich; ein witz; schlechter|schlechtester witz|scherz; ein|zum stern; null sterne; anwalt
      verbraucherzentrale; anzeige erstatten; zeitverschwendung; danke für nichts; verschwendete zeit
      verlange * rückerstattung|erstattung; wo bleibt`,
      -3,
    ],
    [
      `
      funktioniert|funktionieren|geht|klappt|läuft|lädt|öffnet|startet|hilft|stimmt|reagiert|antwortet|versteht|verstehen|passt|reicht|lesen|liest|zahlen|verbindet|gefällt * nicht
      geht|funktioniert|klappt|hilft * immer|leider|noch|mir|uns * nicht
      versteht|verstehen|hilft|helfen * mich|mir|uns nicht
      funktioniert|geht|klappt|läuft|hilft nichts|gar|immer|mehr|leider * nicht
      immer|weiterhin noch * nicht|kein|keine|keinen|nichts|kaputt|gesperrt; noch * immer nicht|kein|keine
      bis|noch heute|jetzt|immer nicht|kein|keine
      nichts funktioniert|geht|passiert|hilft|geholfen|gehört|bekommen|angekommen
      nicht|nichts * einloggen|anmelden|öffnen|bezahlen|zugreifen|erreichen|angekommen|erhalten|bekommen|geliefert|zufrieden|geholfen|akzeptiert|anmelde|erreichbar|verfügbar|weiter|richtig|verstanden
      komme|komm nicht * in|rein|weiter|mehr; kann * mich nicht
      keine antwort|rückmeldung|reaktion|hilfe|lösung|information|verbindung|ahnung|bestätigung
      warte|warten|wartet|gewartet * seit|schon|stunden|tage|wochen|ewig; seit * tagen|wochen|stunden|monaten
      nicht * meine|das|die * frage|gefragt|bestellt|gewünscht
      falsche|falscher|falsches|falschen größe|farbe|artikel|produkt|adresse|rechnung
      zu teuer|spät|langsam|lange|kompliziert|klein|groß; dauert * lange|ewig|wochen
      warum|wieso * immer|so|nicht|kein|dauert; schon * gesagt|geschrieben|gefragt|erklärt|geschickt; wie gesagt
      immer wieder|dasselbe|das|die * gleiche|selbe|fehler|antwort; nie wieder
      kommt * fehler|fehlermeldung|kaputt|beschädigt|defekt; nicht mehr * in|funktioniert|erreichbar|verfügbar
      früher * besser; ständig|dauernd ab; stürzt * ab; kein vertrauen; kündige * sofort|alles; konkurrenz
      versteckte kosten|gebühren`,
      -2,
    ],
  ],
  courtesies: `
      danke; vielen dank; besten dank; danke schön|sehr|dir|ihnen; dankeschön; merci; herzlichen dank
      vielen lieben dank; tausend dank`,
  asksForHuman: `
      echten|echter|richtigen menschen|mensch|mitarbeiter|person
      mit * menschen|mitarbeiter|mitarbeiterin|jemandem|person|berater sprechen|reden|chatten|verbinden
      mensch sprechen`,
});
