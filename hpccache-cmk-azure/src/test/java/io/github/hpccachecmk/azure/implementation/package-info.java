/** Tests of the ports on the Azure SDK. */
package io.github.hpccachecmk.azure.implementation;
