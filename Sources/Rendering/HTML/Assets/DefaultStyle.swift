/// How the pages look on a screen and on paper.
enum DefaultStyle {
  /// The style sheet, which loads nothing.
  static let text = """
    :root {
      color-scheme: light dark;
      --paper: light-dark(#fdfdfb, #15171a);
      --raised: light-dark(#f5f5f1, #1e2125);
      --ink: light-dark(#1f2329, #d9dce1);
      --quiet: light-dark(#59616c, #a0a8b3);
      --line: light-dark(#dcdcd4, #353a41);
      --accent: light-dark(#0a5a73, #82c6dc);
      --ok: light-dark(#1b6a37, #86d29a);
      --no: light-dark(#ad2418, #ffa197);
      --note: light-dark(#0a5a73, #82c6dc);
      --tip: light-dark(#1b6a37, #86d29a);
      --important: light-dark(#6a3fa0, #c9b0f5);
      --warning: light-dark(#7f5200, #e8bd6c);
      --caution: light-dark(#ad2418, #ffa197);
      --serif: Charter, "Bitstream Charter", "Sitka Text", Cambria, "Noto Serif", "DejaVu Serif", serif;
      --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
      --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
      --measure: 40rem;
    }
    :root[data-theme="light"] { color-scheme: light; }
    :root[data-theme="dark"] { color-scheme: dark; }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 4.5rem; }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.62 var(--serif); overflow-wrap: break-word; }
    a { color: var(--accent); text-decoration-thickness: .06em; text-underline-offset: .18em; }
    a:hover { text-decoration-thickness: .12em; }
    :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
    .skip { position: absolute; left: -99rem; }
    .skip:focus { left: 1rem; top: .5rem; z-index: 9; background: var(--paper); padding: .4rem .8rem; }
    .sr { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); }

    .banner { position: sticky; top: 0; z-index: 5; background: var(--paper); border-bottom: 1px solid var(--line); font-family: var(--sans); }
    .bar { max-width: 68rem; margin: 0 auto; padding: .55rem 1.25rem; display: flex; gap: 1rem; align-items: center; min-height: 3.4rem; }
    .course { font-weight: 600; color: var(--ink); text-decoration: none; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .tools { margin-left: auto; display: flex; gap: .6rem; align-items: center; flex: none; }
    .search { position: relative; }
    .search input { font: .9rem var(--sans); width: 13rem; padding: .35rem .7rem; color: var(--ink); background: var(--raised); border: 1px solid var(--line); border-radius: 6px; }
    .search input::placeholder { color: var(--quiet); opacity: 1; }
    .results { position: absolute; right: 0; top: 100%; width: min(28rem, calc(100vw - 2rem)); max-height: 70vh; overflow-y: auto; margin: .4rem 0 0; padding: .35rem; list-style: none; background: var(--paper); border: 1px solid var(--line); border-radius: 8px; box-shadow: 0 8px 28px rgb(0 0 0 / .18); font-size: .88rem; line-height: 1.4; }
    .results a { display: block; padding: .5rem .65rem; border-radius: 5px; text-decoration: none; color: var(--ink); }
    .results a:hover, .results a:focus { background: var(--raised); }
    .results .where { color: var(--quiet); margin-left: .5em; }
    .results .excerpt { display: block; color: var(--quiet); font-size: .82rem; overflow-wrap: anywhere; }
    .results .none { padding: .5rem .65rem; color: var(--quiet); }
    button { font: .82rem var(--sans); color: var(--ink); background: var(--raised); border: 1px solid var(--line); border-radius: 6px; padding: .35rem .7rem; cursor: pointer; }
    button:hover { border-color: var(--quiet); }

    .frame { max-width: 68rem; margin: 0 auto; padding: 0 1.25rem; }
    main { max-width: var(--measure); margin: 0 auto; padding: 2.5rem 0 5rem; min-width: 0; }
    main.index { padding-left: 1.25rem; padding-right: 1.25rem; max-width: calc(var(--measure) + 2.5rem); }
    article + article { border-top: 1px solid var(--line); margin-top: 4rem; padding-top: 2.5rem; }
    .contents { font: .88rem/1.45 var(--sans); padding-top: 1.25rem; max-width: var(--measure); margin: 0 auto; }
    .contents summary { font-weight: 600; cursor: pointer; }
    .contents ol { list-style: none; margin: .5rem 0 0; padding: 0; }
    .contents li { margin: .1rem 0; }
    .contents .level-3 { padding-left: 1rem; }
    .contents .level-4, .contents .level-5, .contents .level-6 { padding-left: 2rem; }
    .contents a { display: block; padding: .18rem 0; color: var(--quiet); text-decoration: none; }
    .contents a:hover { color: var(--accent); text-decoration: underline; }
    @media (min-width: 64rem) {
      .frame { display: grid; grid-template-columns: 14rem minmax(0, var(--measure)); gap: 4rem; justify-content: center; }
      .contents { position: sticky; top: 3.5rem; align-self: start; max-height: calc(100vh - 3.5rem); overflow-y: auto; padding: 3rem 0 2rem; margin: 0; }
      .contents summary { list-style: none; cursor: default; pointer-events: none; }
      .contents summary::-webkit-details-marker { display: none; }
      .contents details::details-content { content-visibility: visible; display: block; }
      .frame > main:only-child { grid-column: 1 / -1; width: 100%; }
    }

    h1, h2, h3, h4, h5, h6 { font-family: var(--sans); line-height: 1.25; text-wrap: balance; overflow-wrap: anywhere; }
    h1 { font-size: 2.1rem; letter-spacing: -.018em; margin: 0 0 .6rem; }
    h2 { font-size: 1.42rem; letter-spacing: -.01em; margin: 3rem 0 .8rem; }
    h3 { font-size: 1.14rem; margin: 2.2rem 0 .6rem; }
    h4, h5, h6 { font-size: 1rem; margin: 1.8rem 0 .5rem; }
    .title { margin-bottom: 2.4rem; }
    .title h2 { font-size: 1.9rem; margin-top: 0; }
    .lecture { font: 600 .8rem var(--sans); letter-spacing: .07em; text-transform: uppercase; color: var(--quiet); margin: 0 0 .5rem; }
    .summary { font-size: 1.14rem; line-height: 1.5; color: var(--quiet); margin: 0 0 1rem; text-wrap: pretty; }
    .facts { font: .85rem var(--sans); color: var(--quiet); margin: 0; display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; }
    .verdict.ok, li.ok > span, .checks.ok > summary { color: var(--ok); }
    .verdict.no, li.no > span, .checks.no > summary, .status.no { color: var(--no); }
    .verdict { font-weight: 600; }
    .anchor { opacity: 0; text-decoration: none; font-weight: 400; color: var(--quiet); }
    :is(h2, h3, h4, h5, h6):hover > .anchor, .anchor:focus { opacity: 1; }
    p, ul, ol, blockquote, table, pre, figure { margin: 0 0 1.1rem; }
    ul, ol { padding-left: 1.6rem; }
    li { margin: .2rem 0; }
    li.task { list-style: none; margin-left: -1.35rem; }
    hr { border: 0; border-top: 1px solid var(--line); margin: 2.5rem 0; }
    blockquote { margin-left: 0; padding: .1rem 0 .1rem 1.1rem; border-left: 3px solid var(--line); color: var(--quiet); }
    blockquote > :last-child, .alert > :last-child, li > p:last-child { margin-bottom: .2rem; }
    .alert { margin: 1.6rem 0; padding: .85rem 1.1rem; border-left: 3px solid var(--kind); background: var(--raised); border-radius: 0 6px 6px 0; }
    .alert-title { font: 600 .88rem var(--sans); color: var(--kind); margin-bottom: .35rem; }
    .note { --kind: var(--note); } .tip { --kind: var(--tip); } .important { --kind: var(--important); }
    .warning { --kind: var(--warning); } .caution { --kind: var(--caution); }
    img, svg { max-width: 100%; height: auto; }
    .no-image { font-style: italic; color: var(--quiet); }

    code, samp, kbd, pre { font-family: var(--mono); font-size: .875em; }
    :not(pre) > code { background: var(--raised); padding: .12em .34em; border-radius: 4px; overflow-wrap: anywhere; }
    a > code { color: inherit; }
    pre { font-size: .85rem; line-height: 1.55; overflow-x: auto; padding: .85rem 1rem; background: var(--raised); border-radius: 7px; tab-size: 2; }
    pre code, pre samp { font-size: inherit; }
    .cell { margin: 1.5rem 0; }
    .code { position: relative; margin-bottom: 1.1rem; }
    .code > pre { margin: 0; }
    .cell .code { margin: 0; }
    .cell > pre { margin: 0; }
    .copy { position: absolute; top: 0; right: .6rem; transform: translateY(-60%); padding: .08rem .5rem; font-size: .72rem; line-height: 1.4; background: var(--paper); opacity: 0; }
    .code:hover .copy, .copy:focus { opacity: 1; }
    @media (hover: none) { .copy { opacity: 1; } }
    .cell .output { background: none; border-left: 3px solid var(--line); border-radius: 0; padding: .3rem 0 .3rem 1rem; margin-top: .55rem; }
    figure { margin: .8rem 0 0; }
    .numbers { font: .82rem/1.5 var(--sans); margin-top: .4rem; color: var(--quiet); }
    .numbers table { margin: .4rem 0 .8rem; }
    .failed > .code > pre { box-shadow: inset 3px 0 0 var(--no); }
    .problem { color: var(--no); margin-top: .55rem; white-space: pre-wrap; overflow-wrap: anywhere; }
    .cell .problem { margin-top: .55rem; }
    .status, .mode, .role { font: .85rem var(--sans); margin: .5rem 0; }
    .role { font-weight: 600; }
    .mode { color: var(--quiet); }
    .checks { font: .82rem/1.5 var(--sans); margin-top: .4rem; }
    .checks ul { list-style: none; padding: .3rem 0 0; margin: 0; color: var(--ink); overflow-wrap: anywhere; }
    summary { cursor: pointer; }
    .solution, .folded { margin: 1.5rem 0; }
    .cell > .folded { margin: 0; }
    .solution > summary, .folded > summary { font: 600 .88rem var(--sans); color: var(--accent); }
    .solution[open] > summary, .folded[open] > summary { margin-bottom: .5rem; }
    .k { color: light-dark(#8c2a6c, #e7a0cd); } .t { color: light-dark(#0b5a87, #8ecbf2); }
    .n { color: light-dark(#7f4a00, #e5bb7e); } .s { color: light-dark(#98291d, #f3a795); }
    .c { color: light-dark(#59616c, #a0a8b3); font-style: italic; } .a { color: light-dark(#6a3fa0, #c9b0f5); }
    .mark { font-style: normal; font-weight: 700; user-select: none; }
    .checked { white-space: nowrap; }
    .mark.ok { color: var(--ok); } .mark.no { color: var(--no); }

    .scroll { overflow-x: auto; overflow-y: hidden; }
    .formula { display: flex; align-items: center; gap: .4rem; padding: .3rem 0; margin: 0 0 1.1rem; }
    .formula > .scroll { flex: 1; min-width: 0; }
    math { font-family: "Lessons Math", math; font-size: 1.1em; }
    table { border-collapse: collapse; font-size: .95rem; font-variant-numeric: tabular-nums; margin-bottom: 0; }
    table:not(.scroll > table) { display: block; max-width: 100%; overflow-x: auto; }
    .scroll:has(> table) { margin: 0 0 1.3rem; }
    th, td { padding: .4rem .85rem .4rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
    th { font: 600 .85rem var(--sans); border-bottom: 2px solid var(--line); }
    th.right, td.right { text-align: right; } th.center, td.center { text-align: center; }
    .footnotes { border-top: 1px solid var(--line); margin-top: 3rem; padding-top: 1.2rem; font-size: .92rem; }
    .footnotes p { margin-bottom: .3rem; }
    sup { font-size: .72em; line-height: 0; }
    .footnote-mark a, .back { text-decoration: none; }
    :target { scroll-margin-top: 4.5rem; }
    .answers, .print-links, .print-mark { display: none; }
    .neighbors { display: flex; flex-wrap: wrap; gap: 1rem; justify-content: space-between; border-top: 1px solid var(--line); margin-top: 4rem; padding-top: 1.3rem; font-family: var(--sans); font-size: .95rem; }
    .neighbors a { text-decoration: none; max-width: 100%; }
    .neighbors span { display: block; font-size: .8rem; color: var(--quiet); }
    .next { margin-left: auto; text-align: right; }
    .lessons { list-style: none; padding: 0; margin: 2.2rem 0 0; }
    .lessons li { padding: 1.3rem 0; border-top: 1px solid var(--line); margin: 0; }
    .lessons h2 { margin: 0 0 .35rem; font-size: 1.22rem; }
    .lessons h2 a { text-decoration: none; }
    .lessons h2 a:hover { text-decoration: underline; }
    .lessons .summary { font-size: 1rem; margin-bottom: .55rem; }
    @media (max-width: 40rem) {
      body { font-size: 1rem; }
      .bar { padding: .5rem 1rem; gap: .6rem; }
      .frame { padding: 0 1rem; }
      h1 { font-size: 1.7rem; }
      .search input { width: 8.5rem; font-size: 1rem; }
      .results { position: fixed; left: 1rem; right: 1rem; top: 3.4rem; width: auto; }
      pre { padding: .7rem .8rem; font-size: .8rem; }
    }
    @media (prefers-reduced-motion: no-preference) { .copy, .anchor { transition: opacity .12s; } }

    @media print {
      :root, :root[data-theme] { color-scheme: light; --paper: #fff; --raised: #f6f6f3; }
      @page { margin: 2cm 2.2cm; }
      body { font-size: 10.5pt; line-height: 1.45; }
      .banner, .contents, .neighbors, .skip, .copy, .anchor, .solution, .back, .minutes { display: none; }
      .frame { display: block; padding: 0; }
      main, main.index { max-width: none; padding: 0; }
      article + article { break-before: page; border: 0; margin: 0; padding: 0; }
      h1, h2, h3, h4, h5, h6 { break-after: avoid; }
      h2 { margin-top: 1.6em; }
      p, li { orphans: 3; widows: 3; }
      .cell, pre, table, blockquote, .alert, .formula, figure, img, svg { break-inside: avoid; }
      pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #ddd; font-size: 8.5pt; }
      .cell .output { border: 0; border-left: 3px solid #bbb; }
      .scroll { overflow: visible; }
      a { color: inherit; text-decoration: none; }
      details::details-content { content-visibility: visible; display: block; }
      .checks, .numbers { display: none; }
      .folded > summary { display: none; }
      .answers, .print-links { display: block; break-before: auto; }
      .answers { break-before: page; }
      .print-links { font-size: 9pt; border-top: 1px solid #bbb; margin-top: 2em; overflow-wrap: anywhere; }
      .print-mark { display: inline; }
      .print-mark::before { content: "["; } .print-mark::after { content: "]"; }
    }

    """
}
