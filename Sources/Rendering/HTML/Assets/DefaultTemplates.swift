/// The templates of the pages, as a folder of the user's own may replace them one by one.
enum DefaultTemplates {
  /// What stands in every page's head.
  static let head = """
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="{{{policy}}}">
    <title>{{pageTitle}}</title>
    {{#summary}}<meta name="description" content="{{summary}}">{{/summary}}
    <link rel="icon" href="data:,">
    {{#inlineStyle}}
    {{#mathStyle}}<style>{{{mathStyle}}}</style>{{/mathStyle}}
    <style>{{{inlineStyle}}}</style>
    <script>{{{inlineScript}}}</script>
    {{/inlineStyle}}
    {{^inlineStyle}}
    {{#hasMath}}<link rel="stylesheet" href="math.css">{{/hasMath}}
    <link rel="stylesheet" href="style.css">
    <script src="script.js"></script>
    {{/inlineStyle}}
    """

  /// The bar above every page; the script puts the search and the switch of colors in it.
  static let banner = """
    <a class="skip" href="#page.text">Skip to the text</a>
    <header class="banner"><div class="bar">
    {{#indexAddress}}<a class="course" href="{{indexAddress}}">{{course}}</a>{{/indexAddress}}
    {{^indexAddress}}<span class="course">{{course}}</span>{{/indexAddress}}
    <div class="tools" data-search="{{searchAddress}}"></div>
    </div></header>
    """

  /// A lesson: its title with what is said about it, and its blocks.
  static let article = """
    <article>
    <header class="title">
    {{#lecture}}<p class="lecture">Lecture {{lecture}}</p>{{/lecture}}
    {{{heading}}}
    {{#summary}}<p class="summary">{{summary}}</p>{{/summary}}
    <p class="facts"><span class="verdict {{verdictClass}}">{{verdict}}</span> \
    <span class="minutes">{{minutes}} min read</span></p>
    {{#problems}}<pre class="problem" tabindex="0" aria-label="Problem">{{.}}</pre>{{/problems}}
    </header>
    {{{body}}}
    {{#hasAnswers}}
    <section class="answers" aria-label="Answers"><h2>Answers</h2>
    {{{answers}}}</section>
    {{/hasAnswers}}
    {{#hasLinks}}
    <section class="print-links" aria-label="Links"><h2>Links</h2><ol>
    {{#linkedAddresses}}<li>{{.}}</li>
    {{/linkedAddresses}}
    </ol></section>
    {{/hasLinks}}
    </article>
    """

  /// A page of one lesson.
  static let lesson = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    {{> head}}
    </head>
    <body>
    {{> banner}}
    <div class="frame">
    {{#hasContents}}
    <nav class="contents" aria-label="On this page"><details><summary>On this page</summary>
    <ol>
    {{#contents}}<li class="level-{{level}}"><a href="#{{{address}}}">{{{html}}}</a></li>
    {{/contents}}
    </ol></details></nav>
    {{/hasContents}}
    <main id="page.text">
    {{#articles}}
    {{> article}}
    {{/articles}}
    {{#hasNeighbors}}
    <nav class="neighbors" aria-label="Lessons">
    {{#previous}}<a class="previous" rel="prev" href="{{{address}}}"><span>Previous</span> {{title}}</a>{{/previous}}
    {{#next}}<a class="next" rel="next" href="{{{address}}}"><span>Next</span> {{title}}</a>{{/next}}
    </nav>
    {{/hasNeighbors}}
    </main>
    </div>
    </body>
    </html>

    """

  /// The page that leads to the lessons.
  static let index = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    {{> head}}
    </head>
    <body>
    {{> banner}}
    <main id="page.text" class="index">
    <h1>{{course}}</h1>
    <p class="facts"><span class="verdict {{verdictClass}}">{{verdict}}</span></p>
    <ol class="lessons">
    {{#lessons}}
    <li><h2><a href="{{{address}}}">{{title}}</a></h2>
    {{#summary}}<p class="summary">{{summary}}</p>{{/summary}}
    <p class="facts">{{#lecture}}<span>Lecture {{lecture}}</span> {{/lecture}}\
    <span class="minutes">{{minutes}} min read</span> \
    <span class="verdict {{verdictClass}}">{{verdict}}</span></p></li>
    {{/lessons}}
    </ol>
    </main>
    </body>
    </html>

    """
}
