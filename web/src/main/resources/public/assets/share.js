// Makes links that can be pasted elsewhere: with the host where the site does not know its own, and with a button that
// copies.
(function () {
  'use strict';
  document.querySelectorAll('input.copy').forEach(function (field) {
    field.value = field.classList.contains('frame')
      ? field.value.replace('src="/', 'src="' + location.origin + '/')
      : field.value.replace(/^\//, location.origin + '/');
    field.addEventListener('focus', function () { field.select(); });
    if (!navigator.clipboard) {
      return;
    }
    var button = document.createElement('button');
    var words = document.querySelector('.share').dataset;
    button.type = 'button';
    button.className = 'quiet';
    button.textContent = words.copy;
    button.addEventListener('click', function () {
      navigator.clipboard.writeText(field.value).then(function () { button.textContent = words.copied; });
    });
    field.after(button);
  });
}());
