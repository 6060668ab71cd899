// Says so when the app cannot start: no WebAssembly, a script that failed to load, or fifteen seconds without a first picture.
// It is a file of its own because a strict content policy forbids scripts in the page.
(function () {
  'use strict';
  function trouble() {
    var place = document.getElementById('boot-trouble');
    if (place) place.hidden = false;
  }
  if (typeof WebAssembly !== 'object') document.addEventListener('DOMContentLoaded', trouble);
  window.addEventListener('unhandledrejection', trouble);
  window.addEventListener('error', trouble, true);
  setTimeout(trouble, 15000);
})();
