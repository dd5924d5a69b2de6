// Draws the trend again as a chart with more to point at. The server's drawing and the table hold the same numbers and
// stay: the drawing for print and for readers without scripts, the table for everyone.
(function () {
  'use strict';
  var source = document.getElementById('trend-data');
  var place = document.querySelector('[data-chart="trend"]');
  if (!source || !place || !window.Chart) {
    return;
  }
  var data = JSON.parse(source.textContent);
  var drawing = place.querySelector('svg[role="img"]');
  var numbers = new Intl.NumberFormat(document.documentElement.lang === 'sv' ? 'sv-SE' : 'en-GB');
  var dashes = [[], [7, 5], [2, 4]];
  var marks = ['circle', 'rect', 'triangle'];
  var canvas = document.createElement('canvas');
  var frame = document.createElement('div');
  frame.className = 'canvas-frame';
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', drawing.getAttribute('aria-label'));
  frame.appendChild(canvas);
  place.appendChild(frame);
  place.classList.add('enhanced');

  function token(name) {
    return getComputedStyle(place).getPropertyValue(name).trim();
  }

  function datasets() {
    var sets = [];
    data.series.forEach(function (series, index) {
      var colour = token('--series-' + (index + 1));
      sets.push({
        kind: 'line', text: series.texts, label: series.label, data: series.values, borderColor: colour,
        backgroundColor: colour, borderDash: dashes[index] || [], pointStyle: marks[index] || 'circle',
        borderWidth: index === 0 ? 2.5 : 2, pointRadius: index === 0 ? 4.5 : 3.5, pointHoverRadius: 6, order: index
      });
      sets.push({
        kind: 'limit', label: series.label, data: series.upper, borderWidth: 0, pointRadius: 0, pointHitRadius: 0,
        order: 10 + index, fill: '+1', backgroundColor: token('--band-' + (index + 1))
      });
      sets.push({
        kind: 'limit', label: series.label, data: series.lower, borderWidth: 0, pointRadius: 0, pointHitRadius: 0,
        order: 10 + index, fill: false
      });
    });
    return sets;
  }

  function options() {
    var quiet = token('--ink-soft');
    var font = { family: getComputedStyle(document.body).fontFamily, size: 13 };
    return {
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      plugins: {
        legend: { display: false },
        tooltip: {
          filter: function (item) { return item.dataset.kind === 'line'; },
          callbacks: {
            label: function (item) { return item.dataset.label + ': ' + item.dataset.text[item.dataIndex]; }
          }
        }
      },
      scales: {
        x: { offset: true, grid: { display: false }, border: { color: quiet }, ticks: { color: quiet, font: font } },
        y: {
          min: 0, max: data.max, border: { display: false }, grid: { color: token('--rule') },
          ticks: {
            color: quiet, font: font, maxTicksLimit: 6,
            callback: function (value) { return numbers.format(value) + (document.documentElement.lang === 'sv' ? '\u00a0%' : '%'); }
          }
        }
      }
    };
  }

  // What the server's drawing also shows: the change of the requirement, and symbols where there is no number.
  var marksOnPlot = {
    id: 'marks',
    afterDatasetsDraw: function (drawn) {
      var area = drawn.chartArea;
      var pen = drawn.ctx;
      pen.save();
      pen.strokeStyle = pen.fillStyle = token('--ink');
      if (data.breakAt !== null) {
        var x = area.left + (area.right - area.left) * data.breakAt;
        pen.setLineDash([3, 3]);
        pen.lineWidth = 1.5;
        pen.beginPath();
        pen.moveTo(x, area.top);
        pen.lineTo(x, area.bottom);
        pen.stroke();
      }
      pen.font = '700 16px sans-serif';
      pen.textAlign = 'center';
      data.series[0].values.forEach(function (value, index) {
        if (value === null) {
          pen.fillText(data.series[0].texts[index], drawn.scales.x.getPixelForValue(index), area.bottom - 6);
        }
      });
      pen.restore();
    }
  };

  var chart = new window.Chart(canvas, {
    type: 'line', data: { labels: data.labels, datasets: datasets() }, options: options(), plugins: [marksOnPlot]
  });
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', function () {
    chart.data.datasets = datasets();
    chart.options = options();
    chart.update('none');
  });
}());
