/** The page: everything it loads comes from this server. */
export const page = (version: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Linli 邻里 · GraphiQL</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/graphiql/graphiql.css?${version}">
<link rel="stylesheet" href="/graphiql/page.css?${version}">
</head>
<body>
<main id="graphiql">Loading …</main>
<noscript>GraphiQL needs JavaScript. The API itself answers POST /graphql.</noscript>
<script src="/graphiql/react.js?${version}"></script>
<script src="/graphiql/react-dom.js?${version}"></script>
<script src="/graphiql/graphiql.js?${version}"></script>
<script src="/graphiql/start.js?${version}"></script>
</body>
</html>
`;

/** A file of its own, because the policy allows no style and no script inside the page. */
export const style = `body { margin: 0; }
#graphiql { height: 100dvh; }
`;

const WELCOME = `# Linli (邻里): the API of a community.
#
# The first button on the left opens the docs.
# To ask as somebody, sign in and put the token
# into the headers below:
# { "Authorization": "Bearer <token>" }

query Welcome {
  __typename
}
`;

/** Starts GraphiQL; a query in the address (?query=…&variables=…) is shown first. */
export const start = `const asked = new URLSearchParams(location.search);
ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: '/graphql' }),
    initialQuery: asked.get('query') ?? undefined,
    initialVariables: asked.get('variables') ?? undefined,
    defaultQuery: ${JSON.stringify(WELCOME)},
    isHeadersEditorEnabled: true,
    defaultEditorToolsVisibility: 'headers',
    // A bearer token is not left behind in the browser's storage.
    shouldPersistHeaders: false,
  }),
);
`;
