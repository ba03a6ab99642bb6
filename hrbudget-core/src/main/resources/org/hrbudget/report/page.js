// Sorts tables and hides what does not hold a word. The page has all it says without this.
(function () {
  'use strict';
  var all = function (where, what) { return Array.from(where.querySelectorAll(what)); };
  var fold = function (text) { return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase(); };

  var value = function (row, column, number) {
    var cell = row.cells[column];
    if (cell.dataset.order) { return Number(cell.dataset.order); }
    var text = cell.textContent.trim();
    return number ? parseFloat(text.replace(/,/g, '')) : text;
  };
  var compare = function (a, b, up) {
    if (typeof a === 'string') { return a.localeCompare(b, document.documentElement.lang) * (up ? 1 : -1); }
    if (isNaN(a) || isNaN(b)) { return isNaN(a) - isNaN(b); }
    return (a - b) * (up ? 1 : -1);
  };

  all(document, 'table.sort').forEach(function (table) {
    var body = table.tBodies[0];
    var first = Array.from(body.rows);
    var heads = all(table.tHead, 'th');
    heads.forEach(function (head) {
      var button = document.createElement('button');
      button.type = 'button';
      button.textContent = head.textContent;
      head.textContent = '';
      head.appendChild(button);
      button.addEventListener('click', function () {
        var number = head.classList.contains('n');
        var before = head.getAttribute('aria-sort');
        var up = before ? before === 'descending' : !number;
        heads.forEach(function (other) { other.removeAttribute('aria-sort'); });
        head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
        first.slice().sort(function (a, b) {
          return compare(value(a, head.cellIndex, number), value(b, head.cellIndex, number), up);
        }).forEach(function (row) { body.appendChild(row); });
      });
    });
  });

  all(document, '.filter').forEach(function (place) {
    var target = document.getElementById(place.dataset.of);
    var items = target.tBodies ? Array.from(target.tBodies[0].rows) : all(target, '.find');
    var texts = items.map(function (item) { return fold(item.textContent); });
    var groups = all(target, 'details');
    var said = document.createElement('span');
    said.setAttribute('role', 'status');
    var label = document.createElement('label');
    label.textContent = place.dataset.label + ' ';
    var input = document.createElement('input');
    input.type = 'search';
    label.appendChild(input);
    place.append(label, ' ', said);
    input.addEventListener('input', function () {
      var words = fold(input.value).split(/\s+/).filter(Boolean);
      var shown = 0;
      items.forEach(function (item, i) {
        item.hidden = !words.every(function (word) { return texts[i].includes(word); });
        shown += item.hidden ? 0 : 1;
      });
      groups.forEach(function (group) {
        group.hidden = !group.querySelector('.find:not([hidden])');
        group.open = words.length !== 0;
      });
      said.textContent = words.length === 0 ? ''
        : place.dataset.shown.replace('{shown}', shown).replace('{all}', items.length);
    });
  });
})();
