// Conveniences only: the pages work without them.
const button = document.getElementById("print");
if (button) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
const progress = document.querySelector("[data-progress]");
if (progress) {
  setInterval(async () => {
    try {
      const answer = await fetch(location.href, { cache: "no-store" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const now = page.querySelector("[data-progress]");
      if (answer.ok && now) progress.replaceChildren(...now.childNodes);
      else location.reload();
    } catch {
      // The service is away for a moment; the next time will tell.
    }
  }, 1000);
}
