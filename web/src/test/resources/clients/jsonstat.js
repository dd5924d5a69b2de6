// Reads JSON-stat files with jsonstat-toolkit and prints what it finds of each: values and status in order, roles.
const JSONstat = require(process.argv[2]);
const fs = require("fs");
const found = process.argv.slice(3).map((file) => {
  const dataset = JSONstat(JSON.parse(fs.readFileSync(file, "utf8")));
  return {
    class: dataset.class,
    role: dataset.role,
    cells: dataset.Data().map((cell) => [cell.value, cell.status === undefined ? null : cell.status]),
    rows: dataset.Transform({ type: "arrobj", status: true }).length,
  };
});
console.log(JSON.stringify(found));
