# The service in a container: docs/container.md says what is in it and why.

FROM docker.io/library/python:3.13-slim AS build
WORKDIR /build

# Compiled packages come with debug information, two thirds of what they weigh.
RUN apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends binutils gcc libc6-dev

# What is locked is laid down first: it changes seldom, and is kept from one build to the next.
COPY requirements-compiled.lock requirements.lock ./
RUN python3 -m venv tools \
    && tools/bin/pip install --quiet --no-cache-dir --require-hashes -r requirements-compiled.lock \
    && python3 -m venv --without-pip /opt/onrecord \
    && tools/bin/pip --python /opt/onrecord/bin/python install --quiet --no-cache-dir --no-compile \
        --require-hashes -r requirements.lock \
    && find /opt/onrecord -name '*.so' -exec strip --strip-debug {} +

COPY LICENSE README.md pyproject.toml setup.py ./
COPY migrations migrations
COPY service service
# The rules are compiled, by the types of what was laid down.
RUN COMPILE_RULES=/opt/onrecord/bin/python tools/bin/pip wheel --quiet --no-cache-dir --no-deps --no-build-isolation --wheel-dir wheel . \
    && tools/bin/pip --python /opt/onrecord/bin/python install --quiet --no-cache-dir --no-compile --no-deps wheel/*.whl

# A container's root may be read-only, and the base has no bytecode of the standard library: each start would compile
# anew what is not compiled here.
ENV PYTHONPYCACHEPREFIX=/opt/onrecord/bytecode
COPY deploy/bytecode.py .
RUN /opt/onrecord/bin/python -P bytecode.py


FROM docker.io/library/python:3.13-slim
ARG VERSION=0.1.0
ARG REVISION=
ARG SOURCE=
LABEL org.opencontainers.image.title="On Record" \
    org.opencontainers.image.description="Who said what, in which article, about which event - and where exactly it says so." \
    org.opencontainers.image.licenses="Apache-2.0" \
    org.opencontainers.image.version=$VERSION \
    org.opencontainers.image.revision=$REVISION \
    org.opencontainers.image.source=$SOURCE

# Nothing is installed into a container that runs.
RUN rm -rf /usr/local/bin/pip* /usr/local/lib/python3*/*-packages/pip* /usr/local/lib/python3*/ensurepip
COPY --from=build /opt/onrecord /opt/onrecord

ENV PATH=/opt/onrecord/bin:$PATH \
    PYTHONPYCACHEPREFIX=/opt/onrecord/bytecode \
    ONRECORD_ENVIRONMENT=production \
    ONRECORD_HOST=0.0.0.0
# By number: it has no name in the base, and Kubernetes sees that it is not root.
USER 10001:10001
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python3", "-c", "import http.client, sys; c = http.client.HTTPConnection('127.0.0.1', 8000, timeout=4); c.request('GET', '/livez'); sys.exit(c.getresponse().status != 200)"]
ENTRYPOINT ["onrecord"]
CMD ["serve"]
