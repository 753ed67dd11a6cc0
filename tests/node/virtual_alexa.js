// A voice client that is not ours, as a long-lived process: one JSON command a line in, one answer a line out.
//
// arguments: the skill's URL, an interaction model's file, its locale
// command: {"user": "...", "endpoint": "...", "token": "...", "person": null or "..."} and one of
//          {"say": words}, {"answer": words for the slot that was elicited},
//          {"nothing": true} for words that the platform understood nothing of, {"silence": true}
// answer:  {"heard": the request that was sent, "response": what came back, "error": null or why nothing did}

'use strict';

const fs = require('fs');
const readline = require('readline');
const { VirtualAlexa } = require('virtual-alexa');

const EXCEEDED_MAX_REPROMPTS = 1;
const [url, file, locale] = process.argv.slice(2);
const name = JSON.parse(fs.readFileSync(file)).interactionModel.languageModel.invocationName;
const speakers = new Map();

// The client's own takes any sentence with "ask" or "open" in it for a launch.
function parseLaunchRequest(words) {
  if (new RegExp(`^(?:alexa,? )?(?:open|launch|start|talk to) ${name}$`, 'i').test(words)) {
    return true;
  }
  const oneShot = new RegExp(`^(?:alexa,? )?(?:ask|tell) ${name} (?:to )?(.+)$`, 'i').exec(words);
  return oneShot ? oneShot[1] : undefined;
}

function speaker(user) {
  if (!speakers.has(user)) {
    const builder = VirtualAlexa.Builder().skillURL(url).interactionModelFile(file).locale(locale);
    const alexa = builder.applicationID('amzn1.ask.skill.virtual').create();
    alexa.parseLaunchRequest = parseLaunchRequest;
    alexa.context().user().setID(user);
    alexa.context().device().setID(`${user}.speaker`);
    alexa.context().device().audioPlayerSupported(false);
    speakers.set(user, { alexa, elicited: null });
  }
  return speakers.get(user);
}

function send({ alexa, elicited }, command) {
  if (command.silence) {
    return alexa.endSession(EXCEEDED_MAX_REPROMPTS);
  }
  if (command.nothing) {
    return alexa.intend('AMAZON.FallbackIntent');
  }
  if (command.answer === undefined) {
    return alexa.utter(command.say);
  }
  if (!elicited) {
    throw new Error('no slot was elicited');
  }
  return alexa.intend(elicited.updatedIntent.name, { [elicited.slotToElicit]: command.answer });
}

async function turn(command) {
  const speaking = speaker(command.user);
  let heard = null;
  speaking.alexa.filter((envelope) => {
    const system = envelope.context.System;
    Object.assign(system, { apiEndpoint: command.endpoint, apiAccessToken: command.token });
    if (command.person) {
      system.person = { personId: command.person };
    }
    heard = envelope.request;
  });
  try {
    const { response, sessionAttributes } = await send(speaking, command);
    speaking.elicited = ((response && response.directives) || []).find((each) => each.type === 'Dialog.ElicitSlot');
    return { heard, response, sessionAttributes, error: null };
  } catch (fault) {
    return { heard, response: null, error: String(fault.message || fault) };
  } finally {
    speaking.alexa.dialogManager().reset(); // slots stay from turn to turn otherwise
  }
}

async function main() {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(await turn(JSON.parse(line)))}\n`);
  }
}

main();
