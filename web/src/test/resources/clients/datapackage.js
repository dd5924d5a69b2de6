// Reads a Data Package with the client of its authors and prints the state of the descriptor, the rows of every resource
// that the client takes for a table, and the names of the others.
const { Package, validate } = require(process.argv[2]);
(async () => {
  const checked = await validate(process.argv[3]);
  const read = await Package.load(process.argv[3]);
  const tables = {};
  const others = [];
  for (const resource of read.resources) {
    if (resource.tabular) {
      tables[resource.name] = { path: resource.source, rows: await resource.read({ keyed: true }) };
    } else {
      others.push(resource.name);
    }
  }
  const errors = [...checked.errors, ...read.errors].map((error) => error.message);
  console.log(JSON.stringify({ valid: checked.valid && read.valid, errors, tables, others }));
})().catch((error) => {
  console.error(error, error.errors);
  process.exit(1);
});
