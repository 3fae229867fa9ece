/** The look of the page at `/`, by day and by night. */
export const style = `:root{color-scheme:light dark;--ink:#16181d;--soft:#565c68;--line:#d9dce3;--paper:#fff;--raised:#f5f6f8;--link:#0100ec;--good:#0a6b2d;--bad:#a8071a}
@media (prefers-color-scheme:dark){:root{--ink:#e9eaee;--soft:#a9afbb;--line:#383c46;--paper:#15171b;--raised:#1e2127;--link:#a5b0ff;--good:#6fdc8c;--bad:#ff9aa5}}
*{box-sizing:border-box}
body{margin:0;font:1.0625rem/1.6 system-ui,sans-serif;color:var(--ink);background:var(--paper);overflow-wrap:anywhere}
main{max-width:46rem;margin-inline:auto;padding:1rem 1.25rem 3rem}
h1,h2{line-height:1.25}
h2{margin-block:2rem .5rem;font-size:1.35rem}
a{color:var(--link);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:0}
dd{margin:0}
@media (max-width:30rem){dl{grid-template-columns:1fr}dd{margin-block-end:.5rem}}
form{display:flex;flex-wrap:wrap;gap:.5rem}
form label{flex-basis:100%}
input,button,.button{font:inherit;color:inherit;min-height:2.75rem;border-radius:.5rem;border:1px solid var(--soft);background:var(--paper);padding:.4rem .9rem}
input{flex:1;min-width:12rem;font-family:ui-monospace,monospace}
button,.button{background:var(--raised);cursor:pointer;text-decoration:none;display:inline-block}
.button{margin-block:.25rem;margin-inline-end:.5rem}
button:hover,.button:hover{border-color:var(--link)}
output{display:block;min-height:1.6em;margin-block:.5rem;font-weight:600}
output.good{color:var(--good)}
output.bad{color:var(--bad)}
details{border-block-start:1px solid var(--line);padding-block:.25rem}
summary{cursor:pointer;font-weight:600;padding-block:.5rem}
pre,code{font-family:ui-monospace,monospace;font-size:.92em}
code{background:var(--raised);border-radius:.25rem;padding:.1em .3em}
pre{background:var(--raised);border:1px solid var(--line);border-radius:.5rem;padding:.8rem 1rem;white-space:pre-wrap}
pre code{background:none;padding:0}
.note{color:var(--soft);font-size:.95rem}`;
