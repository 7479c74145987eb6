/** Sets the theme kept by the DSFR (`scheme` in local storage, else the system's) and follows the system until the DSFR's own script runs. */
const THEME = `(function(){var e=document.documentElement,m=matchMedia("(prefers-color-scheme: dark)"),s=null;try{s=localStorage.getItem("scheme")}catch(x){}if(s!=="light"&&s!=="dark")s="system";function t(){e.setAttribute("data-fr-theme",s==="system"?(m.matches?"dark":"light"):s)}e.setAttribute("data-fr-scheme",s);t();m.addEventListener("change",function(){if(e.getAttribute("data-fr-scheme")==="system"&&!e.hasAttribute("data-fr-js"))t()})})();`;

/** Notes the fields typed in before the page's scripts have come: `ui/use-early-input.ts` plays them again. */
const EARLY_INPUT = `(function(){var f=window.guichetTyped=new WeakSet;document.addEventListener("input",function(e){f.add(e.target)},true)})();`;

/** Runs before the first paint. The one inline script of the layout; a constant, so that its hash is too. */
export const EARLY_SCRIPT = THEME + EARLY_INPUT;
