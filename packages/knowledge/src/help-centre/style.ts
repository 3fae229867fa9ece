import { createHash } from 'node:crypto';

/** The look of every page. */
export const style = `:root{color-scheme:light dark;--ink:#16181d;--soft:#565c68;--line:#d9dce3;--paper:#fff;--raised:#f5f6f8;--link:#0100ec;--mark:#fff0a8}
@media (prefers-color-scheme:dark){:root{--ink:#e9eaee;--soft:#a9afbb;--line:#383c46;--paper:#15171b;--raised:#1e2127;--link:#a5b0ff;--mark:#5c4d00}}
*{box-sizing:border-box}
body{margin:0;font:1.0625rem/1.6 system-ui,sans-serif;color:var(--ink);background:var(--paper);overflow-wrap:anywhere}
header,main,footer{max-width:46rem;margin-inline:auto;padding-inline:1.25rem}
header{padding-block:1.25rem 1rem}
main{padding-block:0 3rem}
footer{border-block-start:1px solid var(--line);padding-block:1rem 2rem}
a{color:var(--link);text-underline-offset:.15em}
a:hover{text-decoration-thickness:.12em}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
h1,h2,h3,h4,h5,h6{line-height:1.25;margin-block:1.8em .5em;scroll-margin-block-start:1rem}
h1{font-size:1.9rem;margin-block-start:1rem}
h2{font-size:1.35rem}
h3{font-size:1.15rem}
h4,h5,h6{font-size:1rem}
.skip{position:absolute;inset-inline-start:-200vw;background:var(--paper);padding:.5rem 1rem}
.skip:focus{inset-inline-start:1rem;inset-block-start:.5rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.site{font-weight:600;text-decoration:none;display:inline-block;padding-block:.25rem}
.search{display:flex;gap:.5rem;margin-block-start:.75rem}
input,button{font:inherit;color:inherit;min-height:2.75rem;border-radius:.5rem;border:1px solid var(--soft);background:var(--paper);padding-inline:.9rem}
input{flex:1;min-width:0}
button{background:var(--raised);cursor:pointer}
button:hover{border-color:var(--link)}
button[aria-pressed=true]{border-color:var(--link);box-shadow:inset 0 0 0 1px var(--link)}
.trail,.languages,.pages{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem .9rem;padding:0;margin-block:.5rem}
.trail,.note,.about{color:var(--soft);font-size:.95rem}
.trail li+li::before{content:"/";margin-inline-end:.9rem;color:var(--soft)}
.lead{font-size:1.15rem;color:var(--soft);margin-block:.25rem 1rem}
.cards{list-style:none;padding:0;display:grid;gap:.75rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,19rem),1fr))}
.cards li{border:1px solid var(--line);border-radius:.75rem;padding:.9rem 1.1rem;background:var(--raised)}
.cards h3,.list h2,.list h3{margin-block:0 .25rem;font-size:1.05rem}
.cards p,.list p{margin-block:.15rem}
.icon{margin-inline-end:.45rem}
.list{list-style:none;padding:0}
.list li{padding-block:.8rem;border-block-end:1px solid var(--line)}
mark{background:var(--mark);color:inherit;border-radius:.15rem}
article img{max-width:100%;height:auto;border-radius:.5rem}
pre,code{font-family:ui-monospace,monospace;font-size:.92em}
code{background:var(--raised);border-radius:.25rem;padding:.1em .3em}
pre{background:var(--raised);border:1px solid var(--line);border-radius:.5rem;padding:.8rem 1rem;white-space:pre-wrap}
pre code{background:none;padding:0}
blockquote{margin-inline:0;padding-inline-start:1rem;border-inline-start:3px solid var(--line);color:var(--soft)}
table{border-collapse:collapse;width:100%}
th,td{border:1px solid var(--line);padding:.4rem .6rem;text-align:start;vertical-align:top}
.left{text-align:left}
.center{text-align:center}
.right{text-align:right}
hr{border:0;border-block-start:1px solid var(--line);margin-block:2rem}
.vote{margin-block-start:2.5rem;padding:1rem 1.1rem;border:1px solid var(--line);border-radius:.75rem}
.vote p{margin-block:0 .6rem}
.vote .note{margin-block:.6rem 0}
@media (forced-colors:active){mark{forced-color-adjust:none}}
@media print{.search,.languages,.vote,.skip,footer{display:none}}`;

/** As a policy names it. */
export const styleHash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
