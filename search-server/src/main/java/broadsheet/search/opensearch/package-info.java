/** The engine over an OpenSearch cluster: asks it for posts, and describes them as the embedded engine does. */
package broadsheet.search.opensearch;
