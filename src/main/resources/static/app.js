// Narrow screens: the navigation folds away behind its button. Without JavaScript it stays open.
(function () {
  const button = document.querySelector('.menu-button');
  document.documentElement.classList.add('js');
  button.addEventListener('click', function () {
    const open = button.getAttribute('aria-expanded') !== 'true';
    button.setAttribute('aria-expanded', String(open));
    document.documentElement.classList.toggle('menu-open', open);
  });
})();
