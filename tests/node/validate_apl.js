// Amazon's validator of APL documents: one document as JSON on standard input, a JSON list of its findings out.

'use strict';

const { readFileSync } = require('fs');
const { StaticAplTemplateValidator } = require('apl-suggester');

console.log = () => {}; // it chats on standard output

async function main() {
  const findings = await new StaticAplTemplateValidator().validate(JSON.parse(readFileSync(0, 'utf8')));
  process.stdout.write(JSON.stringify(findings));
}

main();
