// The editor of scenarios: line numbers, sentences offered as one types, links that lead to a line.
for (const one of document.querySelectorAll(".with-script")) one.hidden = false;
const area = document.getElementById("text");
if (area && area.dataset.sentences) {
  const around = area.parentElement;
  const numbers = document.createElement("pre");
  numbers.className = "numbers";
  numbers.setAttribute("aria-hidden", "true");
  around.prepend(numbers);
  around.classList.add("numbered");
  const list = document.createElement("ul");
  list.id = "sentences";
  list.className = "offered";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", document.querySelector("label[for=text]").textContent);
  list.hidden = true;
  around.append(list);
  area.setAttribute("aria-autocomplete", "list");
  area.setAttribute("aria-controls", "sentences");
  const told = document.getElementById("offered");

  const bare = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
  const STEP = /^(\s*(?:[-*•]\s*)?(Biết|Cho|Khi|Thì|Và|Nhưng|Given|When|Then|And|But)\s+)(.*)$/;
  const UNDER = { Biết: "given", Cho: "given", Given: "given", Khi: "when", When: "when", Thì: "then", Then: "then" };
  let sentences = null;
  let asked = false;
  let active = -1;

  async function load() {
    if (asked) return;
    asked = true;
    try {
      const answer = await fetch(area.dataset.sentences);
      if (!answer.ok) return;
      sentences = (await answer.json()).map(([text, meaning, under]) => ({
        text,
        meaning,
        under,
        bare: bare(text),
        also: bare(meaning),
      }));
      offer();
    } catch {
      asked = false; // the service is away for a moment
    }
  }

  // What is being written at the caret: where it begins, and its letters.
  function written() {
    const at = area.selectionStart;
    if (at !== area.selectionEnd) return null;
    const start = area.value.lastIndexOf("\n", at - 1) + 1;
    const end = area.value.indexOf("\n", at);
    if (area.value.slice(at, end < 0 ? undefined : end).trim()) return null;
    const step = STEP.exec(area.value.slice(start, at));
    if (!step) return null;
    let from = 0;
    for (let i = 0, quoted = false; i < step[3].length; i++) {
      if (step[3][i] === '"') quoted = !quoted;
      else if (step[3].startsWith(", ", i) && !quoted) from = i + 2;
    }
    return { from: start + step[1].length + from, to: at, words: step[3].slice(from), under: under(step[2], start) };
  }

  // What a step stands under: "Và" goes on with what was begun above it.
  function under(keyword, start) {
    for (const line of area.value.slice(0, start).split("\n").reverse()) {
      if (UNDER[keyword]) break;
      const step = STEP.exec(line);
      if (step) keyword = step[2];
    }
    return UNDER[keyword];
  }

  function matching(words, wantedUnder) {
    const wanted = bare(words).replace(/"/g, " ").split(/\s+/).filter(Boolean);
    const whole = bare(words);
    const found = [];
    for (const one of sentences) {
      if (wantedUnder && one.under !== wantedUnder) continue;
      const text = one.bare.replace(/"/g, " ");
      if (!wanted.every((word) => ` ${text}`.includes(` ${word}`) || ` ${one.also}`.includes(` ${word}`))) continue;
      const rank = one.bare.startsWith(whole) ? 0 : wanted.every((word) => ` ${text}`.includes(` ${word}`)) ? 1 : 2;
      found.push([rank, one.text.length, one]);
    }
    return found.sort((a, b) => a[0] - b[0] || a[1] - b[1]).slice(0, 8).map((one) => one[2]);
  }

  function close() {
    list.hidden = true;
    active = -1;
    area.removeAttribute("aria-activedescendant");
  }

  function offer() {
    const now = written();
    if (!now || bare(now.words).trim().length < 2) return close();
    if (!sentences) return load();
    const found = matching(now.words, now.under);
    if (!found.length || (found.length === 1 && found[0].text === now.words)) return close();
    active = -1;
    area.removeAttribute("aria-activedescendant");
    list.replaceChildren(
      ...found.map((one, place) => {
        const item = document.createElement("li");
        item.id = `sentence-${place}`;
        item.setAttribute("role", "option");
        const text = document.createElement("span");
        text.textContent = one.text;
        const meaning = document.createElement("small");
        meaning.textContent = one.meaning;
        item.append(text, meaning);
        item.addEventListener("mousedown", (event) => {
          event.preventDefault();
          accept(one.text);
        });
        item.dataset.text = one.text;
        return item;
      }),
    );
    const line = area.value.slice(0, now.to).split("\n").length;
    const high = parseFloat(getComputedStyle(area).lineHeight);
    list.style.top = `${Math.min(area.clientHeight, line * high + 10 - area.scrollTop)}px`;
    list.hidden = false;
    told.textContent = area.dataset.told.replace("{count}", found.length);
  }

  function mark(place) {
    active = (place + list.children.length) % list.children.length;
    [...list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === active)));
    area.setAttribute("aria-activedescendant", list.children[active].id);
    list.children[active].scrollIntoView({ block: "nearest" });
  }

  function accept(text) {
    const now = written();
    if (!now) return;
    area.setRangeText(text, now.from, now.to, "end");
    close();
    blank(now.from);
    changed();
  }

  // Choose the next blank of the line, "{giá trị}", so that what is typed takes its place.
  function blank(from) {
    const end = area.value.indexOf("\n", from);
    const found = /\{[^{}\n]*\}/.exec(area.value.slice(from, end < 0 ? undefined : end));
    if (!found) return false;
    area.setSelectionRange(from + found.index, from + found.index + found[0].length);
    return true;
  }

  function changed() {
    const count = area.value.split("\n").length;
    numbers.textContent = Array.from({ length: count }, (_, at) => at + 1).join("\n");
    numbers.scrollTop = area.scrollTop;
  }

  area.addEventListener("input", () => {
    changed();
    offer();
  });
  area.addEventListener("scroll", () => {
    numbers.scrollTop = area.scrollTop;
  });
  area.addEventListener("blur", close);
  area.addEventListener("click", close);
  area.addEventListener("focus", load, { once: true });
  area.addEventListener("keydown", (event) => {
    if (event.isComposing) return; // letters of Vietnamese are being put together
    if (!list.hidden) {
      if (event.key === "ArrowDown") mark(active + 1);
      else if (event.key === "ArrowUp") mark(active < 0 ? -1 : active - 1);
      else if (event.key === "Escape") close();
      else if ((event.key === "Enter" || event.key === "Tab") && active >= 0) accept(list.children[active].dataset.text);
      else return;
      event.preventDefault();
    } else if (event.key === "Tab" && !event.shiftKey && blank(area.selectionEnd)) event.preventDefault();
  });
  changed();
  load();

  for (const link of document.querySelectorAll("a[data-line]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const lines = area.value.split("\n");
      const line = Number(link.dataset.line) - 1;
      const start = lines.slice(0, line).join("\n").length + (line ? 1 : 0);
      area.focus();
      area.setSelectionRange(start, start + (lines[line] ?? "").length);
      area.scrollTop = Math.max(0, (line - 3) * parseFloat(getComputedStyle(area).lineHeight));
      area.scrollIntoView({ block: "center" });
    });
  }
}
// Enter in a field does what the button beside it does.
for (const field of document.querySelectorAll("#writing section input")) {
  field.addEventListener("keydown", (event) => {
    const button = field.closest("section").querySelector("button");
    if (event.key !== "Enter" || event.isComposing || !button) return;
    event.preventDefault();
    button.click();
  });
}
