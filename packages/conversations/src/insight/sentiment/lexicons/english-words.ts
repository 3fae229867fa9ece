/** Words that AFINN has a feeling about and that a help desk hears without one. */
export const neutralWords = `
      ability accept acceptance accepted accepting accepts accident accidental accidentally active admit advanced
      advantage agree agreed agreement alert alive alone allergic allow anti anticipation appropriate approval
      approved approves asset assets attack attract avoid avoided await awaited awaits awaiting backed backing
      balanced bargain ban big block blocked blocking blocks bomb bold boost bright calm cancel cancelled cancelling
      cancels cancer capable care careful carefully certain chance chances charge charged charges chic cheer clean
      clear cleared clearly clears commit committed competitive consent credit critic cry cut cuts cutting dead dear
      debt defer delay demand demanded deny desire desired detached determined diamond die disabilities disability
      disable discard discount discounted disease drag drags dream drop drops emergency empty engage ensure entitled
      escape exclude excluded exclusive excuse exempt expand explore expose extend extends faith favorite favourite
      favorites feeling fever fight fine fines fire fit fitness flu focused forced forget forgot forgotten free
      freedom fresh friend friends funeral gain gained gains gift god gold good-morning goodmorning grace grand grant
      granted grants gray grey greeting greetings growing growth guarantee gun hail hard hell help helping hide hides
      hiding hid highlight hope hopefully hoping hug huge hurt hurts ill illness important improve improvement
      increase increased infection injury innovation insurance interest interested interests invite inviting join joke
      jokes keen kind launched leadership leave leg legal legally like likes limit limitation limited limits lobby
      lone lonely longing love loved lowest mandatory matter matters medal miss mistake mistakes natural negative no
      noisy novel number offline ok oks opportunities opportunity original pain pay penalty please popular positive
      postpone postponed power powerful prepared pressure pretty prevent prevented prize privileged pro problem-free
      progress prominent promise promised promises promote promotion prospect prospects protect protected protects
      pure quality question questioned reach reached reaches reaching recommend recommends refund regards resign
      responsibility responsible restore restored restrict restricted reward rewards rich rise risk risks romance rose
      safe safely safety save saved savings secure secured seminar sentence settlement share shared shares shock shoot
      short sick significant sincere sincerely smart solid solution solutions solve solves sorry spark spirit stable
      stop stops straight strength strike strong stress substantial success suit suitable supported supporter
      supporting support supports sue sure sweet swear tears tender test thank thankful thanks tired top tops tough
      trap trial true trust unable undecided united unsure urgent urgently useful validate validated validates vision
      visit vitamin want war warm warning welcome wish wishes worn worth yeah yes youth zero win wins winning resolve resolves resolving`;

/** What help desks hear and AFINN lacks or weighs otherwise. */
export const supportWords: readonly (readonly [string, number])[] = [
  ['incredible lifesaver flawless flawlessly stellar superb outstanding', 4],
  ['adore adored adores legend delighted spotless yay woohoo hooray thrilled grateful loving fab', 3],
  [
    `
      helped solved resolved fixed sorted intuitive convenient delicious tasty smooth smoothly helpful pleased
      relieved glad speedy painless hassle-free thorough attentive loved kudos bravo brill neat`,
    2,
  ],
  [
    `
      fast quick quickly prompt promptly easier better simpler nicer cool sweet stylish reliable handy nicely well`,
    1,
  ],
  [
    `
      error errors problem problems issue issues trouble delayed late expensive pricey complicated confusing rejected
      dropped lost`,
    -1.4,
  ],
  [
    `
      cheaply damage damaged damages weird strange unclear unavailable difficult old-fashioned hidden unanswered
      failed fails fail difficulties tough quit duplicate misses delays awkward`,
    -1.4,
  ],
  [
    `
      slow slower slowly laggy lagging crash crashes crashed crashing freeze freezes freezing frozen buggy bug bugs
      glitch glitches glitchy broken cracked scratched ripped torn tore leaking leaks dented stained spoiled
      unresponsive outdated stuck wrong incorrect hassle nonexistent non-existent substandard flimsy impossible
      vanished died dies froze drawback drawbacks missing overdue unsolved unresolved incomplete dirty noisy annoying
      frustrating frustrated disappointed disappointing dissapointed dissapointing disapointed embarassing upset
      unhappy unsafe down-time outage stopped suspended worse unusable declined sloppy careless unreliable`,
    -2,
  ],
  [
    `
      useless unhelpful overpriced misleading defective faulty ridiculous unacceptable disgusting nightmare outrageous
      disgraceful shameful appalling pathetic lied lies liars lying scam scammed scammers fraud ripoff incompetent
      furious infuriating overcharged worst atrocious garbage rubbish crap junk sucks shit bullshit wtf ffs joke-of
      unprofessional cheated deceived ruined`,
    -3,
  ],
];
