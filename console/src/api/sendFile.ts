import { offlineProblem } from './problem';

/**
 * Sends a file as the body of a request and tells how much of it has left (0 to 1). `fetch` tells nobody; that is why the older way of the
 * browser is used here, and only here.
 */
export function sendFile(path: string, file: File, token: string | null, onShare: (share: number) => void): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Accept', 'application/json');
    if (token !== null) request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.upload.onprogress = (event) => { if (event.lengthComputable) onShare(event.loaded / event.total); };
    request.onload = () => resolve(new Response(request.responseText, { status: request.status }));
    request.onerror = () => reject(offlineProblem());
    request.onabort = () => reject(offlineProblem());
    request.send(file);
  });
}
