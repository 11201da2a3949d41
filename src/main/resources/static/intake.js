// A file that is too large is told before it is sent.
document.querySelectorAll('input[type=file][data-most-bytes]').forEach(function (input) {
  const told = document.getElementById('e-file');
  input.addEventListener('change', function () {
    const file = input.files[0];
    const large = file && file.size > Number(input.dataset.mostBytes);
    input.setCustomValidity(large ? input.dataset.tooLarge : '');
    input.setAttribute('aria-invalid', String(Boolean(large)));
    told.textContent = large ? input.dataset.tooLarge : '';
  });
});
