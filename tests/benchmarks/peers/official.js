// Amazon's Node adapter through Express. Only the download of the chain is replaced, by a file, and one root is added
// to those that Node trusts.

'use strict';

const fs = require('fs');
const https = require('https');
const { Readable } = require('stream');
const { DatabaseSync } = require('node:sqlite');
const certificates = require('ask-sdk-express-adapter/dist/verifier/helper');

const makeStore = certificates.generateCAStore;
certificates.generateCAStore = (roots) => makeStore([...roots, fs.readFileSync(process.env.PEER_ROOT, 'utf8')]);
https.get = (url, answer) => {
  const response = Object.assign(Readable.from([fs.readFileSync(process.env.PEER_CHAIN)]), { statusCode: 200 });
  setImmediate(answer, response);
  return { on() { return this; }, end() {} };
};

const Alexa = require('ask-sdk-core');
const express = require('express');
const { ExpressAdapter } = require('ask-sdk-express-adapter');

const database = new DatabaseSync(process.env.PEER_DATABASE);
database.exec('PRAGMA journal_mode = WAL');
database.exec('PRAGMA synchronous = FULL');
database.exec('CREATE TABLE IF NOT EXISTS kept (id TEXT PRIMARY KEY, attributes TEXT NOT NULL) WITHOUT ROWID');
const find = database.prepare('SELECT attributes FROM kept WHERE id = ?');
const keep = database.prepare(
  'INSERT INTO kept VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET attributes = excluded.attributes',
);
const user = (envelope) => envelope.context.System.user.userId;
const attributes = {
  async getAttributes(envelope) {
    const row = find.get(user(envelope));
    return row ? JSON.parse(row.attributes) : {};
  },
  async saveAttributes(envelope, kept) {
    keep.run(user(envelope), JSON.stringify(kept));
  },
};

const asks = (name) => ({ requestEnvelope: envelope }) => (name.endsWith('Request')
  ? Alexa.getRequestType(envelope) === name
  : Alexa.getRequestType(envelope) === 'IntentRequest' && Alexa.getIntentName(envelope) === name);
const greeting = (name) => ({
  canHandle: asks(name),
  handle: ({ responseBuilder }) => responseBuilder.speak('Hello.').reprompt('Hello?').getResponse(),
});
const gratitude = {
  canHandle: asks('GratitudeIntent'),
  async handle({ attributesManager, requestEnvelope, responseBuilder }) {
    const thing = Alexa.getSlotValue(requestEnvelope, process.env.PEER_SLOT);
    const kept = await attributesManager.getPersistentAttributes();
    attributesManager.setPersistentAttributes({ ...kept, thing });
    await attributesManager.savePersistentAttributes();
    return responseBuilder.speak(`Noted: ${thing}. Why was it good?`).reprompt('Why was it?').getResponse();
  },
};
const others = ['LaunchRequest', 'AMAZON.HelpIntent', 'AMAZON.CancelIntent', 'AMAZON.StopIntent', 'SessionEndedRequest'];
const skill = Alexa.SkillBuilders.custom()
  .addRequestHandlers(...others.map(greeting), gratitude)
  .withPersistenceAdapter(attributes)
  .create();

express()
  .post('/alexa', new ExpressAdapter(skill, true, true).getRequestHandlers())
  .listen(Number(process.env.PORT), '127.0.0.1');
