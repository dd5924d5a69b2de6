// Parses a Power Query program with Microsoft's own parser and prints how that ended and where a fault is.
const parser = require(process.argv[2]);
const program = require("fs").readFileSync(process.argv[3], "utf8");
parser.TaskUtils.tryLexParse(parser.DefaultSettings, program).then((state) => {
  console.log(`${state.stage} ${state.resultKind} ${state.error ? state.error.message : ""}`.trim());
});
