/// What a page can do beside being read: search, copy, and a choice of colors.
enum DefaultScript {
  /// The script, which needs nothing but the page.
  static let text = """
    (() => {
      "use strict";
      const root = document.documentElement;
      const storage = {
        get: () => { try { return localStorage.getItem("lessons-theme"); } catch { return null; } },
        set: (theme) => { try { localStorage.setItem("lessons-theme", theme); } catch {} },
      };
      const stored = storage.get();
      if (stored) root.dataset.theme = stored;

      const element = (name, attributes, ...children) => {
        const node = document.createElement(name);
        for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
        node.append(...children);
        return node;
      };

      const addTheme = (tools) => {
        const isDark = () => root.dataset.theme
          ? root.dataset.theme === "dark"
          : matchMedia("(prefers-color-scheme: dark)").matches;
        const button = element("button", { type: "button", class: "theme" });
        const name = () => { button.textContent = isDark() ? "Light" : "Dark";
          button.setAttribute("aria-label", isDark() ? "Use light colors" : "Use dark colors"); };
        button.addEventListener("click", () => {
          root.dataset.theme = isDark() ? "light" : "dark";
          storage.set(root.dataset.theme);
          name();
        });
        name();
        tools.append(button);
      };

      const addCopies = () => {
        for (const code of document.querySelectorAll(".code, pre.listing")) {
          const button = element("button", { type: "button", class: "copy", "aria-label": "Copy code" }, "Copy");
          const holder = code.matches("pre") ? element("div", { class: "code" }) : code;
          if (holder !== code) { code.replaceWith(holder); holder.append(code); }
          button.addEventListener("click", async () => {
            const copy = holder.querySelector("code").cloneNode(true);
            for (const mark of copy.querySelectorAll(".mark")) mark.remove();
            let done = "Copied";
            try { await navigator.clipboard.writeText(copy.textContent); } catch { done = "Not copied"; }
            button.textContent = done;
            setTimeout(() => { button.textContent = "Copy"; }, 1500);
          });
          holder.append(button);
        }
      };

      const find = (entries, query) => {
        const words = query.toLowerCase().split(/\\s+/).filter(Boolean);
        if (!words.length) return [];
        const found = [];
        for (const [address, lesson, section, text] of entries) {
          const head = (lesson + " " + section).toLowerCase();
          const body = text.toLowerCase();
          if (!words.every((word) => head.includes(word) || body.includes(word))) continue;
          const rank = words.reduce((sum, word) => sum + (head.includes(word) ? 3 : 1), 0);
          const at = Math.max(0, body.indexOf(words[0]) - 40);
          found.push({ address, lesson, section, rank, excerpt: (at ? "…" : "") + text.slice(at, at + 110) });
        }
        return found.sort((a, b) => b.rank - a.rank).slice(0, 12);
      };

      const addSearch = (tools, address) => {
        let entries;
        const input = element("input", { type: "search", placeholder: "Search  /", "aria-label": "Search the lessons",
          autocomplete: "off", spellcheck: "false" });
        const list = element("ul", { class: "results", hidden: "" });
        const status = element("p", { class: "sr", role: "status" });
        const show = () => {
          const query = input.value.trim();
          const found = entries ? find(entries, query) : [];
          list.replaceChildren(...found.map((hit) => {
            const title = element("strong", {}, hit.section || hit.lesson);
            const where = element("span", { class: "where" }, hit.section ? hit.lesson : "");
            return element("li", {}, element("a", { href: hit.address }, title, where, element("span", { class: "excerpt" }, hit.excerpt)));
          }));
          if (query && entries && !found.length) list.append(element("li", { class: "none" }, "Nothing found"));
          list.hidden = !query || !entries;
          status.textContent = query && entries ? found.length + (found.length === 1 ? " place found" : " places found") : "";
        };
        globalThis.lessonsIndex = (loaded) => { entries = loaded; show(); };
        const load = () => {
          if (!document.querySelector("script[data-index]"))
            document.head.append(element("script", { src: address, "data-index": "" }));
        };
        input.addEventListener("focus", load);
        input.addEventListener("input", () => { load(); show(); });
        const box = element("div", { class: "search", role: "search" }, input, list, status);
        const move = (step) => {
          const stops = [input, ...list.querySelectorAll("a")];
          const next = stops.indexOf(document.activeElement) + step;
          stops[Math.max(0, Math.min(stops.length - 1, next))].focus();
        };
        box.addEventListener("keydown", (event) => {
          if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); move(event.key === "ArrowDown" ? 1 : -1); }
          if (event.key === "Escape") { input.value = ""; show(); input.focus(); }
        });
        box.addEventListener("focusout", (event) => { if (!box.contains(event.relatedTarget)) list.hidden = true; });
        box.addEventListener("focusin", () => { if (input.value.trim() && entries) list.hidden = false; });
        list.addEventListener("click", () => { list.hidden = true; });
        document.addEventListener("keydown", (event) => {
          if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey
            && !/^(input|textarea|select)$/i.test(event.target.tagName)) { event.preventDefault(); input.focus(); }
        });
        tools.append(box);
      };

      document.addEventListener("DOMContentLoaded", () => {
        const tools = document.querySelector(".tools");
        if (!tools) return;
        if (tools.dataset.search) addSearch(tools, tools.dataset.search);
        addTheme(tools);
        addCopies();
      });
    })();

    """
}
