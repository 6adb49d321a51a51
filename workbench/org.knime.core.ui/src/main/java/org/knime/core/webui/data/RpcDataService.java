package org.knime.core.webui.data;

import org.modelcollapse.standin.rpc.JsonRpc;

/** Answers the requests of a page with the public methods of a handler. */
public final class RpcDataService {

    private final Object handler;

    private RpcDataService(final Object handler) {
        this.handler = handler;
    }

    /** @param request a call, JSON-RPC 2.0; its answer is too */
    public String handleRpcRequest(final String request) {
        return JsonRpc.answer(handler, request);
    }

    public static <S> RpcDataServiceBuilder builder(final S handler) {
        return new RpcDataServiceBuilder(handler);
    }

    /** Makes a service. */
    public static final class RpcDataServiceBuilder {

        private final Object handler;

        RpcDataServiceBuilder(final Object handler) {
            this.handler = handler;
        }

        public RpcDataService build() {
            return new RpcDataService(handler);
        }
    }
}
