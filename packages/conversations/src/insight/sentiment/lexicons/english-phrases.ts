/** Phrases as a lexicon is written with: a list, and what each of it is worth. */
export type WrittenPhrases = readonly (readonly [string, number])[];

/** Manners: they tell a mood only where nothing else is said. */
export const courtesies = `
      thanks; thank you|u|ya; thanks|thank you * much; thx; thnx; tnx; ty; tysm; many thanks; cheers; much appreciated
      thanks a lot|bunch|million; have a good|great|nice|lovely|wonderful day|weekend|evening|night|one; appreciate it
      i appreciate your|the help|time; all the best`;

/** What sounds like a mood and is a wish, a name, a term. */
export const neutralPhrases: WrittenPhrases = [
  [
    `
      free trial|plan|version|account|tier|shipping|delivery|sample|demo|of; free on|at|until; money back guarantee
      no thanks; no thank you; yes please; why not; not only|just|yet|sure|necessarily
      best way|plan|option|time|price|offer|practice|practices|regards|wishes|seller|before; kind|warm regards
      good morning|afternoon|evening|day|night|luck; happy birthday|christmas|easter|anniversary|holidays|friday
      happy new year; new year; would|should love|like to; would be happy|glad to; would like|love; still not sure
      want|need|get|have it|this|that|them fixed|solved|sorted; i would appreciate
      would be great|good|nice|helpful|perfect|awesome|ideal|lovely; it would help; name is *; my mistake|bad|fault
      by mistake|accident; no matter|idea; never mind; nevermind; not at all; do not worry; do|does not have to; slow down; no worries; no rush|hurry
      error code|log|logs|message|page|number; bug report|tracker|bounty; dead line; lost card|property|items
      lost and found; late fee|fees|returns|return|checkout|payment|night; cancellation fee|policy; return policy
      damaged goods|items; complaint form|procedure|department; support agent|team|plan|ticket|staff|desk|hours
      priority support; dark mode; hard drive|disk|copy; crash course|test; first aid; self service; trouble ticket
      can|could i|we * get|have * money back; can|could|may|might|how|do|if i|we|to get * refund; how * refund
      refund policy; be fixed|solved|resolved|sorted|broken|late; fixed price|rate|fee|cost|term|line
      fast food|lane|track; quick question|start|guide; well known|being; looking forward; with love; like to
      nice to meet; good to know; hope you|this|that * well; my problem|issue is; not a problem; make sure; be able
      like this|that; smart tv|phone|watch|home; pain relief|clinic; top up; fine print|dining; cool down; warm up
      fair use|trade; waiting list|room|area|time|period; no longer need|needs|needed|want; wrong number
      missing field|fields; in case of; stop by|at|over; do|does|did not need|have * help|anything; not need
      does|do not matter|have|hurt|mind; will * come|get back to; come back to; without a|any card|account|contract
      drop off|down|in; fire alarm|wall; as good as new; better than nothing; problem report; slow cooker|motion
      broken link checker`,
    0,
  ],
];

/** What is good news to whoever says it. */
export const positivePhrases: WrittenPhrases = [
  [
    `
      you are|were the best; you are|were * star|legend|lifesaver|genius|angel|hero
      best * service|support|experience|company|team|product; you rock; five|5 stars|star; 5/5; 10/10; ten out of ten
      can not thank you; can not beat; can not go wrong; can not praise|recommend * enough; can not say enough; does|do|can|could not get * better; could not be|have * happier|better|easier|more; could not ask for more; ten|10 stars; in awe
      mind blowing; blown away; hats off; keep it up; keep up the good|great; out of their|your|his|her way
      highly recommend|recommended
      good|great|nice|excellent|amazing|awesome|fantastic job|work|service|support|experience|stuff
      never had|have * problem|problems|issue|issues; never been * easier|better|happier; above and beyond
      exceeded * expectations; life saver; well done
      very|extremely|super|really|so happy|pleased|satisfied|impressed|helpful|grateful|good|easy|friendly|fast
      no complaints; thank you so|very much; thanks so much; made my day; over the moon`,
    3,
  ],
  [
    `
      works|working|worked * like a charm
      works|worked|runs|ran|went|goes|running perfectly|great|well|smoothly|beautifully|flawlessly|fine|nicely
      worked a treat; it|that|this|everything|all works|working
      it|that|this|which|everything worked|helped|fixed|solved; that did it|the trick; did the trick
      it|everything|that is working; works again|now; working again|now; back up and running
      problem|problems|issue|issues|error|bug|matter|question|query|ticket solved|fixed|resolved|sorted|gone|answered|disappeared
      problem|problems|issue|issues|error|bug|matter|question|query is|was|are|were|got|has|have|now|been|seems * solved|fixed|resolved|sorted|gone|answered
      error|problem|issue|bug|warning|message * no longer|any shows|appears|happens|occurs|comes|more
      not crash|freeze|hang|fail|happen|lag any|anymore
      it|app|this|that|page|site does|did|has not crash|crashed|freeze|frozen|fail|failed|hang|lag|happen|happened * any|anymore|since|again
      no longer crashes|freezes|fails|lags|happens; all|everything|am sorted|good|set|fine|fixed|clear; all is well
      exactly|just|precisely what i|we; all i|we|that needed|wanted; what i was looking for
      answers|answered|answer my|all question|questions; that|this|it makes|make * sense; makes sense now; got it
      sounds|looks|seems good|great|perfect|fine|nice|lovely|fantastic|amazing|awesome; not bad; not too bad
      not half bad; not|never * disappointed|disappoint|disappoints|regret|regretted; not a single problem|issue|complaint|error;
      will not * regret|disappoint; no problem|problems|issue|issues|trouble|hassle|bugs|errors; no problems|issues * so far
      nothing to complain; no more problems|issues|errors|complaints|trouble; did a good|great|fine|wonderful job
      could not * easier|simpler|better|smoother; can not|hardly complain; can not wait; can not fault
      will|would|shall|definitely|gladly * buy|order|come|use|return|shop * again|back
      will|would|definitely|gladly|can * recommend; recommended you|it|this|your; would recommend
      am|was|are|were|so|very glad|impressed|relieved|happy|pleased|delighted|satisfied|thrilled|grateful
      happy|pleased|satisfied with|customer; glad i|we|that|to; saved me|us|my|our; day|days|week|hours early|earlier
      ahead of schedule|time; on time; in no time; easy to|as; easier than; in perfect|great|good condition
      good as new; i|we can * log|login|sign|access|see|open|use|pay * again|now
      got|received|have * refund|money * already|back; got my refund; as described|promised|advertised
      better than expected|ever|i|before; good|great value; good bot|idea|quality|price; went well; all went well
      does its|the|his job; i|we love|like|enjoy|adore; love it|this|the|your|how
      oh|just great|wonderful|perfect|lovely|fantastic|brilliant thanks|thank
      without a|any problem|problems|issue|issues|hitch|trouble; big fan; at ease; so|really|very kind of
      that is kind; much better|easier|faster|quicker; cheers mate; kind of you; nice|lovely surprise
      appreciate|appreciated the|your|it|how|that; nice one; spot on; top notch; first class; worth it|every
      good to go`,
    2,
  ],
  [
    `
      as expected|usual; so far so good; fair enough; that|this will do; good enough; i see now; it is working
      have a look now`,
    1.2,
  ],
];
