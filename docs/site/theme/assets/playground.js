// The playground: a cell that is open from the start, and a link that carries its code. The
// code stands behind the `#` of the link, which no browser sends, and runs at a press only.
import { cellOf, make } from "./cell.js";

const words = {
  ko: {
    link: "링크 복사", copied: "이 코드를 담은 링크를 복사했다.", long: "코드가 너무 길어 링크에 담을 수 없다.",
    given: "링크에 담겨 온 코드다. 읽어 보고 실행한다.", broken: "링크에 담긴 코드를 읽을 수 없다.",
  },
  en: {
    link: "Copy link", copied: "The link with this code has been copied.", long: "The code is too long for a link.",
    given: "This code came with the link. Read it before you run it.", broken: "The code in the link cannot be read.",
  },
}[document.documentElement.lang];
const MOST = 8000; // letters of an address
const START = "#code=";

// Only letters that no script of the theme takes for a part of a selector.
const packed = (text) => btoa(Array.from(new TextEncoder().encode(text),
  (byte) => String.fromCharCode(byte)).join("")).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
const unpacked = (text) => new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(
  atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt()));

const block = document.querySelector(".playground [data-run]");
const cell = cellOf(block, block.querySelector(".run"));
const link = make("button", { type: "button", textContent: words.link });
link.addEventListener("click", async () => {
  const address = location.href.split("#")[0] + START + packed(cell.field.value);
  if (address.length > MOST) return cell.tell(words.long);
  await navigator.clipboard.writeText(address);
  cell.tell(words.copied);
});
cell.bar.append(link);

const read = () => {
  if (!location.hash.startsWith(START)) return;
  try {
    cell.fill(unpacked(location.hash.slice(START.length)));
    cell.tell(words.given);
  } catch {
    cell.tell(words.broken);
  }
};
cell.show();
read();
addEventListener("hashchange", read);
