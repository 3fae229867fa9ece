import type { WrittenPhrases } from './english-phrases.ts';

/** What nobody says who is content. */
export const negativePhrases: WrittenPhrases = [
  [
    `
      want|demand|need|expect|like * money back; give|gave|send me|us * money back; give me back
      want|wants|demand|demanding|expect * refund|refunded; still|yet * refund|refunded
      charged|billed|debited|paid|deducted * twice; charged|billed|debited|deducted * double|again|without
      double|twice charged|billed; took|taken|withdrew|take * money|payment; two|three|several times for the same
      third|fourth|fifth|sixth|tenth|hundredth|umpteenth|2nd|3rd|4th|5th time * ask|asked|asking|write|wrote|writing|contact|call|called|calling|tell|telling|explain|email|report|request|try|trying|now
      third|fourth|fifth|sixth|tenth|3rd|4th|5th email|message|ticket|call|reminder|attempt|complaint|request|technician|replacement
      how many times; how many more; never|not again
      never arrived|came|received|got|showed|turned|works|worked|answered|replied|called|responded|arrives|delivered|shipped
      never got|received
      nobody|noone|none|nobody's * answer|answers|answered|replies|replied|reply|responds|responded|helps|helped|cares|called|calls|listens|bothered|came|picks
      no one * answers|answered|replies|replied|responds|responded|helps|helped|cares|called|listens|came|picks
      waste of; wasted my|our|an|two|three|hours; wasting my|our; had|have enough; fed up; sick of; tired of
      sick and tired; am|are|so done with|here; lost patience|faith|trust; had it with; last straw
      are you|u kidding|joking|serious|blind|deaf; you must be joking|kidding; a|total|complete|bad|sick joke
      a|total|complete disgrace|disaster|shambles|scam|mess|ripoff|farce; rip off; one|1 star; zero|0 stars
      not good|nearly|remotely enough; none of
      nothing works|helps|helped|happens|happened|changed|changes|worked|arrived; hung up on; thanks for nothing
      thank you for nothing; legal action; false|misleading advertising; small claims; trading standards
      my lawyer|solicitor|attorney; charge back; chargeback
      going|go|goes|went|running|run|around|round in|around circles; makes|make|made no sense; not make|making * sense
      all gone; data|files|work|photos|money|history * gone|lost|deleted|disappeared|vanished
      lost * data|files|sales|money|work|customers|photos|day
      i|we feel|felt cheated|ignored|scammed|misled|betrayed|let; do|does|did|will|would|can not * trust|recommend
      treated * badly|unfairly|rudely; shame on; get your act
      absolute|utter|complete|total nonsense|rubbish|garbage|chaos|disaster; do not buy|purchase|waste|bother
      never buy|purchase|use|order|come * again; buyer beware; no excuse; would|will never * again; not * ever again
      beyond ridiculous|frustrating; good riddance`,
    -3,
  ],
  [
    `
      not work|working|worked|function|functioning|load|loading|loaded|open|opening|start|starting|sent|arrive|arrived|come|came|respond|responding|responded|answer|answered|answering|reply|replied|understand|understood|help|helped|helpful|helping|useful
      not accept|accepted|accepting|sync|syncing|connect|connecting|save|saving|print|printing|charging|appear|appeared|appearing|receive|received|receiving|go|update|updated|deliver|delivered|fix|fixed|solve|solved|resolved|processed|show|showing|turn|fit|possible
      not even|really|actually|properly|correctly|always|yet|currently|at|any work|working|load|open|start|help|helped|answer|answered|respond|accept|know|solve|solved|fit|read|listen|turn|received|arrived|shipped|resolved|fixed
      no longer works|work|worked|working|available|able|opens|loads|connects|accepts|possible
      stopped working|responding|loading|charging|syncing
      can not * get|getting|log|login|access|sign|open|reach|pay|connect|send|upload|download|save|print|checkout|check|complete|see|find|change|install|activate|delete|edit|export|join|hear|enter
      unable to; not able to; not allowed|let|letting me|us|to
      will not let|allow|open|start|load|connect|work|turn|send|accept|stop; does not * let
      still no|not|waiting|broken|nothing|missing|wrong|down|failing|stuck|pending|unresolved|getting|see|seeing|unanswered
      still does|do|is|are|can|did|has|have|could|will not; yet to receive|hear; not * yet arrived|received
      waiting for|since|over|more|almost|nearly|about * minutes|hours|hour|days|weeks|months|ages|week|month|yesterday|monday
      have|has|had been waiting; waited * hour|hours|days|weeks|week|month|months|minutes|ages
      waiting * long|ages|forever; on hold; kept waiting
      already told|said|asked|explained|sent|gave|tried|answered|wrote|did|paid|reported|contacted
      asked|told|said|wrote|explained|contacted * before|already|twice|times|again
      month|week|day|time|year|night in a row; again and again; over and over
      keeps|keep * crashing|failing|asking|sending|repeating|saying|logging|getting|freezing|disconnecting|showing|telling|giving|happening|losing|changing|stopping|dropping|breaking|buffering|rejecting|charging
      it|app|page|bot|system|site|website|screen keeps; every time i|we|it * press|try|click|call|open|log|ask
      every single time; each time i; just repeats|repeating; repeats the|itself
      the same answer|link|response|reply|thing|error|problem|issue|mistake|question|message|text|menu
      price|prices|fee|fees|cost|subscription * went|gone|goes|increased|doubled|raised|up
      too expensive|pricey|slow|late|long|complicated|hard|much money|small|big|loud|many; way too
      hidden fee|fees|cost|costs|charges; pay|paying for your mistake|mistakes|error|errors
      wrong item|size|colour|color|product|order|address|one|part|amount|price|name|date|model|person|answer|information|thing
      is|are|was|were|came|arrived|it|looks|seems wrong|incorrect; is|was not true|right|correct|it|fair|accurate
      arrived|came|delivered|was|is|are|were|got|arrives|being * broken|damaged|cracked|late|torn|dirty|defective|faulty|rude|soaked|crushed|spoiled|cold|mouldy|expired|rotten|scratched|stained
      was|is due last|yesterday|days|on; was due; was|were supposed to
      says|shows|marked|said * delivered|shipped but|and; no sign|trace of; no show; never show; not what i|we|you|was
      not my question; left|leaves|leave|dumped|threw * in the rain|street|outside|bin|neighbour; you people|lot
      do|does|did not read|listen|care|bother|like|trust|recommend
      why is|are|does|do|did|must|was * so|always|keep|never|not|still|again; why|what takes|take|took * long
      takes|taking|take|took * forever|ages|long
      so|too hard|difficult|complicated|slow|confusing|bad|long|annoying|unfair; so much hassle
      switch|switching|moving|move|going|go|leaving to * competitor|elsewhere|competition; take my business
      look|looking elsewhere; cancel|cancelling everything
      report|reporting * you|this|it|shop|company to * bank|police|consumer|authorities|authority|press|management
      report|reporting you; used to be better|good|great|easy|fast|reliable; used to work|love
      worked|works fine|well until|before|yesterday; getting|got|gets|become|became * worse|slower
      no reply|response|answer|help|notice|warning|explanation|update|information|confirmation|contact|apology|solution|refund
      without * notice|warning|asking|permission|reason|explanation|telling
      not happy|satisfied|impressed|pleased|acceptable|amused|fair|ok|okay|normal|cool|fun|worth|great|good|easy|nice|professional|reliable|secure|clear|safe|appreciated|convinced|funny|thrilled
      stop sending|wasting|lying|asking|emailing|calling|charging|repeating|spamming
      locked|logged|logging|logs|kicked|throws|locks * out; ignored|ignoring|ignores|ignore me|us|my|our|it
      is|was|are|were|been|went|goes|still down|offline; is|are gone; been out|down|without * for|since|all
      half * missing|dead|broken|wrong|empty
      get|gets|getting|got|gives|giving|shows|throws|see|with|an|another error|errors|bug
      error again|when|every|message * again; just great|wonderful|brilliant|fantastic; oh joy
      another error|problem|issue|bug|menu|bot|delay; your mistake|fault|incompetence|error; ran|run out of patience
      let|lets|letting me|us down; let down; feels|feel|felt|looks|look cheap|flimsy|wrong|bad
      fell|falls|falling|come|came apart; expected better|more; hoped for more; supposed to * work|arrive|be
      not want * talk|bot|another|menu; not another; asked for a|my|the * human|person|refund|manager
      promised * call|would|by|that|back; told * would * and|but
      was|were|been promised|misled|lied|tricked|overcharged
      payment|login|upload|transaction|order|delivery|update * failed|declined|rejected|refused|cancelled
      is|was|are|code invalid|expired|useless|unreadable|confusing|disappointing|blank|empty
      is not valid|readable|accessible|loading; no no no; for the love of; for god's sake; said before
      fix your|this|it now|please|asap; fix your; has|have|had * failed; not * first time; not acceptable
      lose|losing|lost business|patience|sales|money|customers|hours
      lasted|lasts|survived * weeks|week|month|months|days|day|minutes|hour|hours; lock|locks|locked up
      went|goes|turned|turns dead|black|blank|wrong|missing|bad; no way to
      had|have|having to * replace|repair|complain|twice|wait
      not compatible|responsive|included|worth|bother|recognize|recognise|registered|listed|logical|consistent|honoured|honored|credited|refunded|shipped
      nothing but; what kind of * company|service; despite * asking|several|many|repeated; in vain; recommend against; more trouble than; while it lasted
      slow|poor|bad|terrible|awful|horrible service|quality|experience|support|connection|communication; a pain
      gave up; giving up; not solved|resolved`,
    -2,
  ],
  [
    `
      it|bot|they|which|page|app|site|website|link|button|machine|device|screen|form will|would|does|did|could|can not
      sent|send|sending|shipped it * back; has|have not been; oh great|wonderful|fantastic|perfect|lovely
      paid * extra|premium; as|like i said; should have|be * told|known|working|simple|easy; i expected; a shame|pity
      too bad; not ideal|great; hard to|difficult to; what a mess; could be better; disappointed; no luck
      it is|was been * days|weeks|hours`,
    -1.5,
  ],
];
