import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { fakeBackend } from './test/fake/plugin.ts';

/** `OTKLIK_URL` is a running Otklik: `npm run dev` shows this working copy on its data. `--mode fake` needs none. */
const target = process.env['OTKLIK_URL'] ?? 'http://127.0.0.1:8080';
const proxied = ['/api', '/oauth2', '/connect', '/login', '/userinfo', '/.well-known'];

export default defineConfig(({ mode }) => ({
  plugins: [react(), ...(mode === 'fake' ? [fakeBackend()] : [])],
  server: {
    host: '127.0.0.1',
    port: 8088,
    ...(mode === 'fake' ? {} : { proxy: Object.fromEntries(proxied.map((path) => [path, { target, xfwd: true }])) }),
  },
  build: { target: 'es2022', sourcemap: false, chunkSizeWarningLimit: 700 },
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'unit', environment: 'jsdom', testTimeout: 20_000, include: ['test/unit/**/*.test.{ts,tsx}'], setupFiles: ['test/unit/setup.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'browser', environment: 'node', include: ['test/browser/**/*.test.ts'], fileParallelism: false, testTimeout: 120_000, hookTimeout: 120_000,
        },
      },
    ],
  },
}));
