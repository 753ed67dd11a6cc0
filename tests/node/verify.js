// Amazon's own verifier as a long-lived process: one JSON question a line in, one answer a line out.
//
// question: {"headers": {...}, "body": "...", "chain": "<PEM that the network serves>", "root": "<PEM trusted>"}
// answer:   {"signature": null or the reason of refusal, "timestamp": likewise, "fetched": [URLs asked for]}

'use strict';

const https = require('https');
const { EventEmitter } = require('events');
const readline = require('readline');
const certificates = require('ask-sdk-express-adapter/dist/verifier/helper');
const { SkillRequestSignatureVerifier, TimestampVerifier } = require('ask-sdk-express-adapter');

const makeStore = certificates.generateCAStore;
let asked = null;

certificates.generateCAStore = () => makeStore([asked.root]);

https.get = (url, answer) => {
  asked.fetched.push(url);
  const request = new EventEmitter();
  request.end = () => {};
  const response = Object.assign(new EventEmitter(), { statusCode: 200, setEncoding: () => {} });
  process.nextTick(() => {
    answer(response);
    response.emit('data', asked.chain);
    response.emit('end');
  });
  return request;
};

async function refusal(check) {
  try {
    await check();
    return null;
  } catch (fault) {
    return String(fault.message) || 'refused';
  }
}

async function main() {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    asked = { ...JSON.parse(line), fetched: [] };
    const { body, headers } = asked;
    const signature = await refusal(() => new SkillRequestSignatureVerifier().verify(body, headers));
    const timestamp = await refusal(() => new TimestampVerifier().verify(body));
    process.stdout.write(`${JSON.stringify({ signature, timestamp, fetched: asked.fetched })}\n`);
  }
}

main();
