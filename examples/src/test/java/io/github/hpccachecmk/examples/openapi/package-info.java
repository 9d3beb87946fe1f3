/** For maintainers: the suites' traffic and FakeAzure held against the services' OpenAPI documents and official examples. */
package io.github.hpccachecmk.examples.openapi;
