'use strict';
const path = require('node:path');

/** Common to all: nothing is read from a file of settings, and nobody is told what is in it. */
const common = (root) => ({
  configFile: false,
  logLevel: 'warn',
  envDir: false,
  publicDir: false,
  define: { 'process.env.NODE_ENV': '"production"' },
  cacheDir: path.join(root, 'node_modules/.cache/linli/vite'),
});

/** The desks: one app, each desk loaded when it is opened, and the till kept for bad networks. */
async function desks(root, out) {
  const { VitePWA } = await import('vite-plugin-pwa');
  return {
    ...common(root),
    root: path.join(root, 'web/desks'),
    publicDir: path.join(root, 'web/desks/static'),
    build: {
      outDir: path.join(out, 'desks'),
      assetsDir: 'desk-assets',
      chunkSizeWarningLimit: 2_000,
      target: 'es2022',
    },
    plugins: [
      VitePWA({
        registerType: 'prompt',
        injectRegister: null,
        scope: '/till',
        manifest: MANIFEST,
        workbox: {
          globPatterns: ['**/*.{js,css,html,wasm,svg,png}'],
          maximumFileSizeToCacheInBytes: 4_000_000,
          navigateFallback: '/index.html',
          navigateFallbackAllowlist: [/^\/till(\/|\?|$)/],
          cleanupOutdatedCaches: true,
          // The first visit is kept at once; a new version waits until the till is free.
          clientsClaim: true,
        },
      }),
    ],
  };
}

const MANIFEST = {
  id: '/till',
  name: '邻里 · 收银台',
  short_name: '邻里收银',
  lang: 'zh-CN',
  start_url: '/till',
  scope: '/till',
  display: 'standalone',
  background_color: '#ffffff',
  theme_color: '#0b6e4f',
  icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
};

/** The public pages' own JavaScript and style: small, and not needed to read them. */
function pages(root, out) {
  return {
    ...common(root),
    root: path.join(root, 'web/public'),
    build: {
      outDir: path.join(out, 'public'),
      manifest: 'manifest.json',
      target: 'es2020',
      rolldownOptions: { input: path.join(root, 'web/public/client.ts') },
    },
  };
}

/** The public pages as the server draws them: a CommonJS module that the server requires. */
function drawn(root, out) {
  return {
    ...common(root),
    root: path.join(root, 'web/public'),
    ssr: { noExternal: ['d3-sankey', 'd3-array', 'd3-shape', 'd3-path', 'internmap'] },
    build: {
      outDir: path.join(out, 'drawn'),
      ssr: path.join(root, 'web/public/server.tsx'),
      target: 'node20',
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'server.cjs' } },
    },
  };
}

module.exports = { desks, pages, drawn };
