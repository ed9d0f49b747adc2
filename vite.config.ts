import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import { paraglideVitePlugin } from '@inlang/paraglide-js'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'
import { leanPages } from './src/main/lean-pages.ts'

/** Files that the server runs as they are: everything under `#` but pages, what pages alone use, and Svelte's own files. */
const runsAsIs = /^#(?!routes\/|platform\/pages\/).*(?<!\.svelte)\.(ts|js)$/

/**
 * Keeps one instance of each module in the process: pages on the server load the very files that `src/main/server.ts`
 * runs. The build leaves such imports to Node; in development they are handed over by the process that holds them.
 */
function oneInstance(): Plugin {
  return {
    name: 'one-instance',
    enforce: 'pre',
    resolveId: {
      order: 'pre',
      handler(id) {
        if (this.environment.name !== 'ssr' || !runsAsIs.test(id)) return null
        return this.environment.mode === 'build' ? { id, external: true } : `\0as-is:${id}`
      },
    },
    async load(id) {
      if (!id.startsWith('\0as-is:#')) return null
      const file = `${import.meta.dirname}/src/${id.slice('\0as-is:#'.length)}`
      if (!existsSync(file)) return null
      const url = pathToFileURL(file).href
      const module = (await import(url)) as Record<string, unknown>
      const names = Object.keys(module).filter((name) => name !== 'default')
      const own = `const own = await globalThis[Symbol.for('c-thainguyen import')](${JSON.stringify(url)})`
      return [own, ...names.map((name) => `export const ${name} = own.${name}`)].join('\n')
    },
  }
}

/** The one script that stands in the page itself, so that a chosen theme is there before anything is drawn. */
function themeScriptHash(): `sha256-${string}` {
  const [, script = ''] = /<script>(.*?)<\/script>/s.exec(readFileSync('src/app.html', 'utf8')) ?? []
  return `sha256-${createHash('sha256').update(script).digest('base64')}`
}

/** The style attribute of SvelteKit's page announcer, the only one there is. */
const announcerStyleHash = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='

/** Components of this name, from `src/design/`. */
const parts = (...names: readonly string[]) => new RegExp(`src/design/(?:${names.join('|')})\\b`)

/**
 * The frame of every page is one file, and what pages are made of a few others, by who needs it: dozens of tiny files
 * compress badly, and each is a request.
 */
const shared = {
  groups: [
    { name: 'frame', test: /src\/routes\/(?:\(public\)\/)?\+layout\.svelte$/, priority: 3 },
    {
      name: 'parts',
      test: parts('Page', 'Button', 'Icon', 'Tag', 'Card', 'When', 'ShareHead', 'ErrorPage', 'format'),
      minShareCount: 2,
      priority: 1,
    },
    {
      name: 'fields',
      test: parts('Field', 'FieldFrame', 'Choices', 'ErrorSummary'),
      minShareCount: 2,
      priority: 1,
    },
    { name: 'lists', test: parts('Pagination', 'EmptyState'), minShareCount: 2, priority: 1 },
  ],
}

export default defineConfig({
  plugins: [
    oneInstance(),
    leanPages(),
    paraglideVitePlugin({
      project: './project.inlang',
      outdir: './src/design/messages',
      strategy: ['url', 'baseLocale'],
      emitGitIgnore: false,
      // What is not wanted any more went when the program compiled them; whoever is reading them must find them all.
      cleanOutdir: false,
    }),
    sveltekit({
      adapter: adapter({ precompress: true }),
      compilerOptions: { runes: true },
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['self'],
          'script-src': ['self', themeScriptHash()],
          'style-src': ['self'],
          'style-src-attr': ['unsafe-hashes', announcerStyleHash],
          'img-src': ['self', 'data:', 'blob:'],
          'media-src': ['self', 'blob:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'worker-src': ['self', 'blob:'],
          'manifest-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['none'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
        },
      },
      router: { resolution: 'server' },
      serviceWorker: { register: true },
      version: { pollInterval: 0 },
    }),
  ],
  optimizeDeps: { exclude: ['@lucide/svelte'] },
  server: { fs: { allow: ['.'] } },
  build: { target: 'es2022', reportCompressedSize: false },
  environments: { client: { build: { rolldownOptions: { output: { codeSplitting: shared } } } } },
})
