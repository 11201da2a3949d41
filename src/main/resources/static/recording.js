// A trip's page: whoever is missing is accounted for as it is typed, and the whole trip is recorded without the mouse.
(function () {
  const form = document.querySelector('form.recording');
  if (!form) {
    return;
  }
  const number = (input) => Number.parseInt(input.value, 10) || 0;
  const heads = Array.from(document.querySelectorAll('#boarding thead th'), (head) => head.textContent);

  document.querySelectorAll('#boarding tbody tr').forEach(function (row) {
    const field = (name) => row.querySelector('[name=' + name + ']');
    row.querySelectorAll('td').forEach((cell, index) => { cell.dataset.label = heads[index + 1]; });
    const missing = () => Math.max(0, Number(row.dataset.expected) - number(field('persons')));
    const mark = function () {
      const told = number(field('noShow')) + number(field('refused')) + number(field('moved'));
      row.classList.toggle('open', told !== missing());
    };
    row.addEventListener('input', function (event) {
      // 未到 is what the other reasons leave, until somebody types it
      if (['persons', 'refused', 'moved'].includes(event.target.name)) {
        const rest = missing() - number(field('refused')) - number(field('moved'));
        field('noShow').value = rest > 0 ? String(rest) : '';
      }
      mark();
    });
  });

  // a field is overwritten, not added to
  form.addEventListener('focusin', (event) => { if (event.target.matches('[type=number]')) { event.target.select(); } });
  if (!matchMedia('(pointer: coarse)').matches && !document.querySelector('.refusal')) {
    form.querySelector('[name=persons]').focus({ preventScroll: true });
  }

  document.querySelectorAll('.copy').forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', function () {
      const address = button.closest('.door-link').querySelector('.address');
      const told = function () { button.textContent = button.dataset.copied; };
      address.select();
      if (navigator.clipboard) {
        navigator.clipboard.writeText(address.value).then(told, () => document.execCommand('copy') && told());
      } else if (document.execCommand('copy')) {
        told();
      }
    });
  });
})();
