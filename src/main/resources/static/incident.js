// Only the fields of the chosen kind. Without JavaScript all of them are there.
(function () {
  const form = document.getElementById('incident');
  const kind = form.elements.kind;
  const show = function () {
    form.querySelectorAll('[data-kinds]').forEach(function (label) {
      label.hidden = !label.dataset.kinds.split(' ').includes(kind.value);
    });
  };
  kind.addEventListener('change', show);
  show();
})();
