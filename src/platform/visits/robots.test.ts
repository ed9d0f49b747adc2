import { expect, test } from 'vitest'
import { isRobot } from './robots.ts'

test.each([
  ['Mozilla/5.0 (Linux; Android 9; SM-J400F) AppleWebKit/537.36 Chrome/119.0 Mobile Safari/537.36', false],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 15_7 like Mac OS X) Version/15.6 Mobile/15E148 Safari/604.1', false],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0', false],
  ['Mozilla/5.0 (Linux; Android 10; CUBOT X30) AppleWebKit/537.36 Chrome/119.0 Mobile Safari/537.36', false],
  ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', true],
  ['Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com)', true],
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/130.0 Safari/537.36', true],
  ['facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)', true],
  ['curl/8.5.0', true],
  ['python-requests/2.32', true],
  ['Mozilla/5.0', true],
  ['', true],
  [null, true],
  [undefined, true],
])('%s is a robot: %s', (userAgent, robot) => expect(isRobot(userAgent)).toBe(robot))
