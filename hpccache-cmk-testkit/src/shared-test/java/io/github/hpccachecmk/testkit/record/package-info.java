/** For the check of the test suites' traffic against the services' OpenAPI documents: writes that traffic down. */
package io.github.hpccachecmk.testkit.record;
