# docker build -t porteparole .
# docker run -it -v porteparole-data:/data porteparole                               the conversation in the terminal
# docker run -d --env-file .env -v porteparole-data:/data porteparole                the bot, with DISCORD_TOKEN in .env
# Your own articles: -v /path/to/articles:/articles:ro -e PORTEPAROLE_SEEDS_DIR=/articles
FROM python:3.12-slim

ENV PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore
WORKDIR /app

# What the lock file names changes seldom, so it is a layer of its own. All of it is wheels: no compiler.
COPY requirements.lock ./
RUN pip install --no-deps --require-hashes --only-binary :all: --requirement requirements.lock

COPY pyproject.toml README.md LICENSE NOTICE ./
COPY src ./src
COPY bot ./bot
COPY config ./config
COPY seeds ./seeds
RUN pip install --no-deps --no-build-isolation . \
    && useradd --create-home --uid 10001 porteparole \
    && install -d -o porteparole -g porteparole /data

USER porteparole
# Not in the checkout: .env and data have no business in an image.
WORKDIR /home/porteparole
ENV PORTEPAROLE_DATA_DIR=/data
VOLUME /data

# The bot ends in order on SIGTERM.
CMD ["porteparole", "run"]
