// What the page does around Textual's own script, which draws the terminal and carries frames and keys:
// it asks for a name, says why a game has ended, and downloads the files that the game sends.
"use strict";

const typed = new URLSearchParams(location.search).get("name");
const name = (typed ?? "").trim();
const LOST = "The connection was lost. Your answers are kept: play on under the same name.";

const prefers = (what) => (matchMedia(`(prefers-${what})`).matches ? "1" : "");

function say(text, waiting = false) {
  document.getElementById("said").textContent = text;
  document.body.classList.toggle("-waiting", waiting);
}

function download(file, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text]));
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

window.WebSocket = class extends WebSocket {
  constructor(url) {
    super(`${url}&${new URLSearchParams({
      name,
      light: prefers("color-scheme: light"),
      calm: prefers("reduced-motion: reduce"),
    })}`);
    this.addEventListener("open", () => document.querySelector("#terminal textarea").focus());
    this.addEventListener("message", ({ data }) => {
      const [kind, said] = typeof data === "string" ? JSON.parse(data) : [];
      if (kind === "file") download(...said);
    });
    this.addEventListener("close", ({ reason }) => {
      say(reason || LOST);
      document.body.classList.add("-closed"); // the door is there before its field can be chosen
      document.getElementById("terminal").inert = true;
      document.getElementById("name").focus();
      document.getElementById("name").select();
    });
  }
};
// Textual's script keeps every key from the browser; these are of more use to it than to the game.
const LEFT_TO_BROWSER = ["F5", "F11", "F12", "Ctrl+r", "Ctrl+v"];
addEventListener("keydown", (event) => {
  if (LEFT_TO_BROWSER.includes((event.ctrlKey ? "Ctrl+" : "") + event.key)) event.stopImmediatePropagation();
}, true);
window.open = () => null; // no text on the screen leads to another site

const begin = window.onload;
window.onload = async (event) => {
  const field = document.getElementById("name");
  field.value = name;
  if (typed === null) return field.focus();
  say("The game is being opened.", true);
  await Promise.allSettled(["", "bold "].map((style) => document.fonts.load(`${style}16px "Roboto Mono"`)));
  const terminal = document.getElementById("terminal");
  terminal.dataset.fontSize = Math.min(16, (Math.min(innerWidth, innerHeight) - 16) / 36); // 60 columns, however held
  terminal.dataset.sessionWebsocketUrl = new URL("ws", location.href).href.replace(/^http/, "ws");
  begin(event);
};
