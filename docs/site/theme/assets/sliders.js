// Figures with sliders: shows one of the frames that the build drew; the table has the words.
for (const box of document.querySelectorAll(".frames")) {
  const all = (what) => [...box.querySelectorAll(what)];
  const [head, ...rows] = all("tr").map((row) => [...row.cells].map((c) => c.textContent));
  const inputs = all("input"), [panel] = all(".sliders"), told = document.createElement("p");
  const show = () => {
    const at = inputs.reduce((n, input) => n * (+input.max + 1) + +input.value, 0);
    all("[data-frame]").forEach((g) => g.classList.toggle("shown", +g.dataset.frame === at));
    told.textContent = rows[at].map((cell, i) => `${head[i]} ${cell}`)
      .slice(inputs.length).join(" · ");
    inputs.forEach((input, i) => {
      input.nextSibling.textContent = rows[at][i];
      input.ariaValueText = `${rows[at][i]}; ${told.textContent}`;
    });
  };
  panel.append(told);
  panel.oninput = show;
  panel.hidden = false;
  show();
  addEventListener("pageshow", show);
}
